// Pure: an agent's reply to one customer → an answer for everybody.
import { findPersonal } from '../../models/masking/personal.rules.ts';

/** What stands for something that concerned one customer only; whoever edits the draft sees it. */
const GAP = '〔…〕';

const END = '[。．.!！、,\\s]*$';
/** Whole sentences that greet, introduce or take leave. */
const POLITE: readonly RegExp[] = [
  // Names begin with a capital: "This is sold from May on" is no introduction.
  /^(?:[Tt]his is|[Mm]y name is|I am|I'm) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:from|at|with|of) [^.!]{1,40}[.!,\s]*$/u,
  ...[
    `^(?:こんにちは|こんばんは|おはようございます|はじめまして)`,
    `^(?:いつも|平素より?は?|毎度)?(?:大変|格別の?)?お世話になって(?:おり|い)?ます`,
    `^(?:いつも|平素より?は?|毎度)[^。]{0,30}(?:ありがとうございます|御礼申し上げます)`,
    `^(?:この(?:度|たび)は|早速の)?[、]?(?:お問い?合わ?せ|ご連絡|ご返信|お返事|ご質問|メッセージ|お待ち)(?:を?(?:いただき|頂き|くださり|下さり))?[、]?(?:誠に|まことに)?(?:ありがとうござい(?:ます|ました)|有難うございます)`,
    `^(?:[^。]{0,24}の)?(?:担当の?|カスタマーサポートの?)?[\\p{Script=Han}々ァ-ヴー]{1,8}(?:と申します|でございます)`,
    `^[^。]{0,24}(?:担当|サポート|[\\p{L}ー]{2,12}店)の?[\\p{Script=Han}々ァ-ヴー]{1,6}です`,
    `^(?:それでは|では|以上|何卒|どうぞ|今後とも|引き続き|ご確認のほど|お手数(?:です|をおかけします)が)*[、]?(?:何卒|どうぞ|今後とも|引き続き)?(?:宜しく|よろしく)(?:お願い(?:いた|致)?し(?:ます|申し上げます)|お願い申し上げます)`,
    `^(?:それでは)?失礼(?:いた|致)します`,
    `^またのご(?:利用|連絡|来店)[^。]{0,20}(?:おります|ください)`,
    `^thank(?:s| you)(?: very much| so much)?(?: for (?:contacting|reaching out|getting in touch|writing|your (?:message|e-?mail|inquiry|enquiry|question|patience|reply))[^.!]{0,40})?`,
    `^(?:i )?hope (?:this|you)[^.!]{0,40}(?:well|help(?:s|ed)?)`,
    `^my name is \\p{L}+(?: \\p{L}+)?`,
    `^(?:please )?(?:let us know|feel free to (?:contact|ask)|do not hesitate|don't hesitate)[^.!]{0,60}`,
  ].map((pattern) => new RegExp(pattern + END, 'iu')),
];
/** 「佐藤様、」 "Dear Ms Sato," before anything else in a line. */
const ADDRESS = [
  /^[\p{Script=Han}々ぁ-んァ-ヴーA-Za-z・ 　]{1,20}(?:様|さま|殿)(?:[、,，。!！\s]+|$)/u,
  /^[\p{Script=Han}々ァ-ヴー]{1,10}さん(?:[、,，。!！\s]+|$)/u,
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: (?:mr|ms|mrs|dr|mx)\.?)?(?: (?!this\b|i\b)[\p{L}'’-]+){0,3}(?:[,!.]+\s*|$)/iu,
];
/** 「葉月と匙の〔…〕です。」: what is left of an introduction whose name is gone. 「番号は〔…〕です。」 tells something. */
const INTRODUCED = /(?<=^|。)[^。はがをに\n]{0,24}〔…〕(?:です|と申します|でございます)。[ 　]*/gmu;
/** A line after which nothing but a signature comes. */
const SIGN_OFF =
  /^(?:best|kind|warm|with)?\s*(?:regards|wishes)[,.]?$|^(?:yours )?(?:sincerely|faithfully|truly)[,.]?$|^(?:cheers|thanks)[,.]$|^敬具$|^[-=_*─━―ー－—]{2,}$/iu;
const SIGN_OFF_INLINE = /\s*(?:best|kind|warm) regards,?[^.!?]{0,60}$/iu;
/** More lines than a signature has. */
const SIGNATURE_LINES = 10;

/**
 * The reply without greetings, introductions and leave-taking; the names given, and everything else that is personal, replaced by 〔…〕.
 * '' when nothing was said besides. `names`: of the customer and the agent.
 */
export function impersonal(reply: string, names: readonly string[]): string {
  const lines = reply.replace(/\r\n?/g, '\n').split('\n');
  const signed = lines.findIndex((line, at) => at > 0 && lines.length - at <= SIGNATURE_LINES && SIGN_OFF.test(line.trim()));
  const kept = (signed === -1 ? lines : lines.slice(0, signed)).map((line) => withoutPoliteness(line)).filter((line) => line !== null);
  return withoutPersonal(kept.join('\n'), names)
    .replace(INTRODUCED, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What concerns one customer only becomes 〔…〕: e-mail addresses, telephone numbers, order numbers, the names given. */
export function withoutPersonal(text: string, names: readonly string[]): string {
  let out = '';
  let at = 0;
  for (const { from, to } of findPersonal(text, names)) {
    out += text.slice(at, from) + GAP;
    at = to;
  }
  return (out + text.slice(at)).replaceAll(`${GAP} ${GAP}`, GAP).replaceAll(`${GAP}${GAP}`, GAP);
}

/** Null for a line that held nothing else; an empty line stays, between paragraphs. */
function withoutPoliteness(line: string): string | null {
  if (line.trim() === '') return line;
  const addressed = ADDRESS.reduce((rest, pattern) => rest.replace(pattern, ''), line.trim());
  const sentences = addressed.replace(SIGN_OFF_INLINE, '').match(/[^。！？!?.]+(?:[。！？!?]+|\.(?=\s|$)|\.|$)\s*/gu) ?? [];
  const rest = joined(sentences).filter((sentence) => !POLITE.some((pattern) => pattern.test(sentence.trim())));
  const text = rest.join('').trim();
  if (text === '') return null;
  return addressed === line.trim() ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A point inside a word or number ends no sentence: shop.example, 3.5. */
function joined(pieces: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const piece of pieces) {
    const last = sentences.at(-1);
    if (last?.endsWith('.') && /^\S/u.test(piece)) sentences[sentences.length - 1] = last + piece;
    else sentences.push(piece);
  }
  return sentences;
}
