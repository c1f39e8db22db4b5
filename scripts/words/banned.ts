/** One word per thing (GLOSSARY.md): what must not be said, where it is looked for, and what to say instead. */
export type BannedWord = { say: string; ja?: RegExp; en?: RegExp; name?: RegExp };

/**
 * `ja` and `en` are looked for in texts; `name` in keys, tables, columns and types, whose words are first set apart by spaces
 * (`userAgent` reads `user agent`).
 */
export const banned: readonly BannedWord[] = [
  { say: 'conversation / 問い合わせ', ja: /チケット/, en: /\btickets?\b/i, name: /\btickets?\b/ },
  {
    say: 'agent or customer / 担当者・お客様',
    ja: /ユーザ/,
    en: /\busers?\b/i,
    name: /\busers?\b(?! agent\b)(?<!\b(current|session) user)/,
  },
  { say: 'agent / 担当者', ja: /オペレータ/, en: /\boperators?\b/i, name: /\boperators?\b/ },
  {
    say: 'customer / 顧客・お客様',
    ja: /連絡先/,
    // 「Contact us」 and 「contact form」 are not the person.
    en: /\b(?:an?|the|this|that|new|each|every|no|your) contact\b(?! (?:form|page|hours|details|information))|\bcontacts\b/i,
    name: /\bcontacts?\b(?! (?:form|page|us)\b)/,
  },
  { say: 'waiting (for whom) / お客様の返信待ち', ja: /保留/, en: /\bpending\b/i, name: /\bpending\b/ },
  { say: 'inbox / 窓口 (a list of unread things is a view)', ja: /受信トレイ|受信箱/ },
  { say: 'agent / 担当者', ja: /エージェント/, en: /\bteammates?\b/i, name: /\bteammates?\b/ },
  { say: 'customer / お客様', en: /\b(?:requesters?|end[- ]users?)\b/i, name: /\brequesters?\b/ },
  { say: 'resolved / 対応済', ja: /解決済み/ },
];

/** The banned words in a text, as `word → what to say`. */
export function bannedInText(text: string, language: 'ja' | 'en'): string[] {
  return banned.flatMap((word) => report(word[language]?.exec(text), word));
}

/** The same for a name in code or SQL, in camelCase, snake_case, kebab-case or dotted. */
export function bannedInName(name: string): string[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase();
  return banned.flatMap((word) => report(word.name?.exec(words), word));
}

function report(found: RegExpExecArray | null | undefined, { say }: BannedWord): string[] {
  return found ? [`"${found[0]}" is banned; say ${say}`] : [];
}
