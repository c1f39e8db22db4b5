import { CONTACT_JA, DEVICES_JA, SENTENCE_END_JA } from './headers.ja.rules.ts';

const DEVICES: RegExp[] = [
  /^(?:Sent|Send|Written|Typed|Composed) (?:from|via|with|using|by) (?:my |a |the |an )?.{2,80}$/iu,
  /^Get (?:Outlook|BlueMail|Yahoo Mail|Spark) .{0,60}$/iu,
  /^(?:\(?sent from .{2,60}\)?|Sent with .{2,60}|Sent using .{2,60})$/iu,
  /^(?:Envoyé|Envoyé) (?:de|depuis|à partir de|avec|via) .{2,60}$/iu,
  /^(?:Von|Gesendet) (?:meinem|von|mit|aus|über).{2,80}(?:gesendet|versendet|verschickt)?\.?$/iu,
  /^Diese Nachricht wurde von .{2,60} gesendet\.?$/iu,
  /^(?:Enviado|Enviada) (?:desde|do|de|a partir|a través).{2,60}$/iu,
  /^(?:Inviato|Inviata) (?:da|dal|dall|con).{2,60}$/iu,
  /^(?:Verzonden|Verstuurd) (?:vanaf|vanuit|met|van|via).{2,60}$/iu,
  /^(?:Sendt|Skickat) (?:fra|från|med).{2,60}$/iu,
  /^(?:Wysłane|Wysłano) (?:z|przy).{2,60}$/iu,
  /^(?:Отправлено|Послано) (?:с|из).{2,60}$/iu,
  /^(?:Lähetetty|Odesláno|Poslano|Trimis|iPhone'?umdan|发自我的|從我的).{2,60}$/iu,
  ...DEVICES_JA,
];
const DEVICE_MOST_WORDS = 9;

/** A line that a phone or an app adds. */
export function isDeviceLine(line: string): boolean {
  const clean = line
    .trim()
    .replace(/^[*_[(<>\s-]+/, '')
    .replace(/(?<![*_\])\s])[*_\])\s]+$/, '')
    .replace(/\[?https?:\S+$/, '');
  if (clean.length > 120 || clean.split(/\s+/).length > DEVICE_MOST_WORDS + 3) return false;
  return DEVICES.some((pattern) => pattern.test(clean)) && !/[?？]$/.test(clean);
}

/** A line of nothing but dashes and their like. */
export const isRule = (line: string): boolean =>
  /^[\s\u3000]*(?:[-_=+~#*—–―─━═＝－ーｰ‐＿〜～・･.…＋＊☆★◆◇■□●○∞♪ᐧ┏┓┗┛┃│*:｡ﾟ゜。･ﾟ'`"^,;/\\]|[・]){2,}[\s\u3000]*$/u.test(line) ||
  /^\s*[-—–―ᐧ_]\s*$/u.test(line);

/** A rule that nobody uses within a text: `--`, `-- `, `—`. */
export const isSignatureRule = (line: string): boolean => /^\s*(?:--|__|—+|―{2}|ᐧ)\s*$/u.test(line);
/** A rule that ends a mail unless much follows. */
export const isShortRule = (line: string): boolean => /^\s*(?:-{3,5}|_{3,5})\s*$/.test(line);

const SIGN_OFF =
  /^(?:(?:many |best |kind |kindest |warm |warmest )?(?:regards|wishes)|(?:with )?(?:best|kind|warm) regards|cheers|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|best|(?:bien )?cordialement|salutations|bien à vous|mit freundlichen grüßen|mit freundlichem gruß|viele grüße|(?:liebe|beste|freundliche|herzliche|schöne) grüße|freundlichen? grü(?:ß|ss)en?|mfg|lg|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|groeten|med vänlig hälsning|med venlig hilsen|mvh|pozdrawiam|z poważaniem|с уважением|atenciosamente)\s*[,.!！，]*$/iu;
export const isSignOff = (line: string): boolean => SIGN_OFF.test(line.trim().replace(/^\w{1,12} and (?=regards)/i, ''));

const CONTACT_LINE =
  /^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|<?https?:\/\/\S+>?|(?:www\.)[\w./-]+|(?:(?:tel|phone|mobile|cell|fax|office|direct|t|m|f|p|e|w)\s*[:.]?\s*)?[+(]?\d[\d\s().+-]{6,20}(?:\s*(?:x|ext\.?)\s*\d+)?|(?:e-?mail|mail|web|tel|fax|phone|mobile|skype|url)\s*[:.：].{3,60})$/iu;

/** A line of a visiting card: an address, a number, a company. */
export const isContactLine = (line: string): boolean => CONTACT_LINE.test(line.trim()) || CONTACT_JA.test(line.trim());

/** Does the line end as Japanese sentences end? */
export const isJapaneseSentence = (line: string): boolean => SENTENCE_END_JA.test(line.trim());

/** What companies add below a signature. */
const isDisclaimer = (line: string): boolean =>
  /(?:本|この|当)(?:電子)?メール.{0,60}(?:機密|秘密|宛先|受信者|意図|第三者|開示|破棄|削除)|誤って(?:受信|送信)|(?:confidential|intended (?:solely|only) for|this e-?mail)/iu.test(
    line,
  );

/** May the line stand in a signature at all? Sentences may not. */
export const mayBeSignature = (line: string): boolean => isDisclaimer(line) || (line.trim().length <= 70 && !isJapaneseSentence(line));

/** Does a block without a rule above it read as a visiting card: a name first, then at least two lines of where to find its owner? */
export function isCard(block: string[]): boolean {
  const [name = ''] = block;
  if (block.length < 3 || block.length > 10 || !block.every(mayBeSignature)) return false;
  if (/[:：@\d]/.test(name) || name.trim().length > 40 || /^[\s>・*-]/.test(name) || /[.,;]$/.test(name)) return false;
  if (block.some((line) => /^[・■●【]?(?:お?名前|氏名|ご?住所|お?電話番号|ご注文|注文番号|届け先|your name)/iu.test(line.trim())))
    return false;
  return block.slice(1).filter(isContactLine).length >= 2;
}
