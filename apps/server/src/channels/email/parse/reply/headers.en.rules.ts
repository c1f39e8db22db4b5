import { FIELDS_JA, ORIGINALS_JA } from './headers.ja.rules.ts';

/** Names of fields in copied headers, by what they hold, in the languages of Europe and East Asia. */
const FIELDS = {
  from: `From|De|Von|Da|Van|Fra|Från|Od|Lähettäjä|От|От кого|Expéditeur|Remitente|Desde|Mittente|Absender|Afzender|Gönderen|Kimden|Feladó|Lähettänyt|发件人|寄件者|寄件人|보낸 사람|보낸사람|${FIELDS_JA.from}`,
  date: `Date|Sent|Date d'envoi|Envoyé(?: le)?|Enviado(?: el| em)?|Fecha|Data|Inviato|Datum|Gesendet|Verzonden|Verstuurd|Dato|Sendt|Skickat|Wysłano|Wysłane|Отправлено|Дата|Päivämäärä|Lähetetty|Päiväys|Tarih|Gönderildi|Elküldve|Odesláno|发送时间|发送日期|日期|寄件日期|傳送時間|보낸 날짜|날짜|Le|${FIELDS_JA.date}`,
  to: `To|Cc|Bcc|À|A|Para|An|Aan|Til|Till|Do|Do wiadomości|Komu|Кому|Копия|Vastaanottaja|Kopia|Kopi|DW|Kime|Címzett|Reply-To|Reply to|Antwort an|Répondre à|Responder a|Organization|X-.{2,20}|Newsgroups|Risposta|收件人|抄送|收件者|副本|받는 사람|참조|${FIELDS_JA.to}`,
  subject: `Subject|Sub|Re|Objet|Sujet|Asunto|Assunto|Oggetto|Betreff|Onderwerp|Emne|Ämne|Temat|Тема|Aihe|Konu|Tárgy|Předmět|主题|主旨|標題|제목|Importance|Priority|Attachments|Anlagen|Wichtigkeit|${FIELDS_JA.subject}`,
};

export type FieldKind = keyof typeof FIELDS;

const FIELD_LINES = Object.entries(FIELDS).map(
  ([kind, names]) => [kind as FieldKind, new RegExp(`^[\\s>*|■●・【\\[]*(?:${names})\\s*[】\\]]?\\*?\\s*[:：]`, 'iu')] as const,
);

/** Which field of a copied header a line could be. */
export const fieldKind = (line: string): FieldKind | null => FIELD_LINES.find(([, pattern]) => pattern.test(line))?.[0] ?? null;

const ORIGINAL_WORDS = [
  'Original (?:Message|E-?mail|Nachricht|Mail)',
  'Forwarded (?:Message|E-?mail|by .{1,60})',
  'Reply Message|Replied Message|Quoted message|Message d.origine|Message original|Message transféré',
  'Urspr(?:ü|u|=FC)ngliche (?:Nachricht|Mail|E-Mail)|Weitergeleitete Nachricht|Originalnachricht',
  'Mensaje original|Mensaje reenviado|Mensagem (?:original|encaminhada|Original)',
  'Messaggio (?:originale|inoltrato|Originale)|Oorspronkelijk bericht|Doorgestuurd bericht',
  'Oprindelig (?:besked|meddelelse)|Opprinnelig melding|Ursprungligt meddelande|Originalmeddelande|Videresendt melding|Vidarebefordrat meddelande',
  'Wiadomość oryginalna|Wiadomość przekazana|Oryginalna wiadomość|Alkuperäinen viesti|Välitetty viesti',
  'Исходное сообщение|Пересылаемое сообщение|Původní (?:zpráva|e-mail)|Eredeti üzenet|Orijinal (?:İleti|Mesaj)',
  '原始邮件|原始郵件|转发邮件|원본 메시지|원본 메일',
  ORIGINALS_JA,
].join('|');
const DASHES = '\\-_=*~+＝―─━－—–・ー';
/** What stands before the words, and the words with what stands behind them: two steps, for a line of nothing but stars is both at once. */
const LEAD = new RegExp(`^[\\s>${DASHES}]*`, 'u');
const RULE = new RegExp(`[${DASHES}]{2}`, 'u');
const ORIGINAL = new RegExp(`^(?:${ORIGINAL_WORDS})[\\s:：${DASHES}]*$`, 'iu');

function isRuledOriginal(line: string): boolean {
  const lead = LEAD.exec(line)?.[0] ?? '';
  return RULE.test(lead) && ORIGINAL.test(line.slice(lead.length));
}

const ORIGINALS = [
  new RegExp(`^\\s*(?:\\[|【|<|＜)(?:${ORIGINAL_WORDS})(?:\\]|】|>|＞)\\s*$`, 'iu'),
  /^\s*-{2,}\s*(?:On|Am|Le|El|Op|Il)\s.{5,160}(?:wrote|schrieb|a écrit|escribió|schreef|ha scritto)\s*-{2,}\s*$/iu,
  /^\s*[-―─━]{2,}\s*.{1,80}(?:さん|様|氏|>)(?:は|が)(?:.{0,40})(?:書きました|書いた)\s*[-―─━]{2,}\s*$/u,
  /^\s*-{3,}\s*(?:Reply above this line|Please (?:reply|type) above|Reply ABOVE).{0,80}$/iu,
  /^\s*#{2,}.{0,20}(?:reply above|この行より上|ここより上).{0,60}$/iu,
];
const FORWARDS = [
  /^\s*(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|Inizio messaggio inoltrato|Inicio del mensaje reenviado|Begin doorgestuurd bericht|Start på vidarebefordrat mail|Videresendt besked|転送されたメッセージ|以下のメールを転送します)\s*[:：]?\s*$/iu,
];

/** A line that says: here begins another mail. */
export const isOriginalMarker = (line: string): boolean =>
  isRuledOriginal(line) || [...ORIGINALS, ...FORWARDS].some((pattern) => pattern.test(line));
