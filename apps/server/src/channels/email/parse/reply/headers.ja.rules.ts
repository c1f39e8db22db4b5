const DATE =
  '(?:\\d{4}\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}日?|\\d{1,2}月\\d{1,2}日|(?:令和|平成|R)\\d{1,2}[年.]\\d{1,2}[月.]\\d{1,2}日?)';

/** How Japanese mailers lead in a quotation. */
export const INTROS_JA: RegExp[] = [
  // 山田太郎さんは書きました: · 山田様が 2026/05/01 に書かれたメール:
  /^.{1,120}(?:さん|様|さま|氏|殿|>|＞|\))\s*(?:は|が|曰く)?、?.{0,60}(?:書きました|書いた|書かれました|かきました|書き込みました|述べました)[。.：:\s]*$/u,
  /^.{0,120}(?:さん|様|氏|>|＞|")\s*(?:からの|より|の|が送った)\s*(?:メール|メッセージ|お便り|ご連絡)\s*[:：]$/u,
  // 山田さんの「件名」へのメッセージ:
  /^.{1,60}(?:さん|様|氏)の[「『].{1,120}[」』](?:への|の|に対する)(?:メッセージ|メール|返信|返事)\s*[:：]?$/u,
  // 2026年5月1日(金) 12:00 山田 <a@b>: · 2026/05/01 12:00、山田 <a@b>のメール:
  new RegExp(`^[(（「]?${DATE}.{0,140}(?:のメール|のメッセージ|からのメール|wrote|writes|書きました|書いた|さん|様)\\s*[:：]?$`, 'iu'),
  new RegExp(`^[(（]?${DATE}.{0,140}[<＜][^\\s<>＜＞]+@[^\\s<>＜＞]+[>＞]\\s*[:：]?$`, 'u'),
  new RegExp(`^(?:On|At)\\s${DATE}.{0,140}(?:wrote|writes)\\s*[:：]?$`, 'iu'),
  new RegExp(`^${DATE}.{0,30}\\d{1,2}[:時]\\d{2}.{0,60}\\S+@\\S+\\s*[:：]$`, 'u'),
  // 山田さんが2026年5月1日に書きました
  new RegExp(`^.{1,60}(?:さん|様|氏)?(?:は|が)\\s?${DATE}.{0,40}(?:書きました|書いた|送信しました)[:：。]?$`, 'u'),
];

/** Names of fields in a header that a Japanese mailer copied above a quotation. */
export const FIELDS_JA = {
  from: '差出人|送信者|送信元|発信者|発信元|差出人名|From',
  date: '送信日時|日時|日付|送信日|受信日時|受信日|発信日時|Date|Sent',
  to: '宛先|宛て先|送信先|受信者|To|CC|Cc|BCC|返信先|返信',
  subject: '件名|題名|表題|タイトル|Subject|Sub',
};

/** Words that stand between dashes above a quoted or forwarded mail. */
export const ORIGINALS_JA =
  '元のメッセージ|元のメール|オリジナルメッセージ|オリジナル メッセージ|引用元(?:メッセージ|メール)?|返信元(?:メッセージ|メール)?|受信メッセージ|受信メール|転送(?:された)?メッセージ|転送(?:された)?メール|転送元(?:メッセージ|メール)?|ここから転送(?:メッセージ)?|以下、?転送|引用ここから|以下、?引用|元メール|Original ?メール';

/** What phones and apps add. */
export const DEVICES_JA: RegExp[] = [
  /^.{0,40}(?:から送信|より送信|から送信されました|から送信しました|で送信しました)[。.]?$/u,
  /^.{0,20}(?:iOS|Android|モバイル|iPhone|iPad)\s*(?:版|用|向け|for)?\s*.{0,20}を(?:入手|取得|ダウンロード)(?:する)?.{0,60}$/u,
  /^Outlook for (?:iOS|Android|Mac)\s*を(?:入手|取得).{0,80}$/u,
  /^(?:Yahoo!メール|Yahoo!JAPAN|楽メール|ドコモメール|auメール).{0,30}(?:送信|利用).{0,10}$/u,
];

/** A line that ends as Japanese sentences end: no signature has one. */
export const SENTENCE_END_JA =
  /(?:[。！？!?…]|です|ます|ました|ません|ですか|ますか|でしょうか|ください|下さい|ございます|いたします|致します)[。.！!」』）)♪☆]*$/u;

/** Rests of address books that Japanese signatures hold. */
export const CONTACT_JA =
  /(?:〒\s?\d{3}|(?:^|\s|[／/|｜])(?:TEL|Tel|tel|ＴＥＬ|FAX|Fax|ＦＡＸ|電話|携帯|Mobile|MOBILE|E-?mail|E-?MAIL|Mail|MAIL|メール|URL|HP|Web)\s*[:：./／]|株式会社|有限会社|合同会社|\(株\)|㈱|(?:東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}県).{2,})/u;
