// What people say when they want a person, are angry, greet or agree. Lexicons of our own, Japanese and English.

/** Any of these anywhere in a message is a wish for a person. Handing over once too often is the cheaper mistake. */
const PERSON = [
  /(人間|有人|オペレー?タ|担当(者|の方|の人)|係の?(方|人|者)|スタッフ|窓口の?(方|人)|責任者|上司)/u,
  /(人|誰か|だれか|ひと)(と|に|へ)?(直接)?(話|はな|相談|対応|つな|繋|代わ|替わ|かわ)/u,
  /(電話|直接).{0,6}(話し|はなし)(たい|できま)/u,
  /\b(human|agent|operator|representative|supervisor|manager|real person|live (person|chat|support)|customer service)\b/i,
  /\b(talk|speak|chat|connect)\b.{0,20}\b(someone|somebody|person|people|staff)\b/i,
];

const ANGER = [
  /(ふざけ(る|ん)な|いい加減に|いいかげんに|ありえない|有り得ない|最悪|最低|ひどい|酷い|腹(が|の)?立|怒って|頭にき|詐欺|騙(し|され)|だまされ|訴え|弁護士|消費者(生活)?センター|消費生活センター|クレーム|何(回|度)(も)?(言|聞|同じ)|話にならない|二度と(使|買|利用)|返金しろ|責任(を)?(取|と)れ|誠意)/u,
  /\b(ridiculous|unacceptable|outrageous|terrible|horrible|worst|scam|fraud|furious|angry|pissed|disgust\w*|lawyer|sue|useless|incompetent|fed up|rip.?off)\b/i,
  /[!！]{3,}/u,
];

const GREETING =
  /^(こんにち[はわ]|こんばん[はわ]|おはよう(ございます)?|はじめまして|初めまして|お世話になって(おり|い)ます|すみません|もしもし|hello|hi|hey|good (morning|afternoon|evening)|excuse me)[\s、。!！.,~ー〜]*$/iu;
const YES =
  /^(はい|ええ|うん|yes|yep|yeah|解決(しました|した|です)?|できました|わかりました|分かりました|大丈夫(です)?|(どうも)?ありがと(う(ございま(す|した))?)?|助かりました|thanks?( you)?( so much)?|thx|solved|it works|got it)[\s、。!！.,~ー〜]*(ありがとう(ございま(す|した))?|thanks?( you)?)?[\s、。!！.,]*$/iu;
const NO =
  /^(いいえ|いや|違(います|う|いました)|ちが(います|う)|no|nope|not really|解決(していません|しません(でした)?|してない|しない)|だめ(です|でした)?|ダメ(です|でした)?|できません(でした)?|まだです)[\s、。!！.,~ー〜]*$/iu;

const fold = (text: string) => text.normalize('NFKC').trim();

/** sue@mail.example gives an address; it neither threatens nor calls anybody. */
const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(fold(text));
const saysOneOf = (patterns: readonly RegExp[], text: string): boolean =>
  !isAddress(text) && patterns.some((pattern) => pattern.test(fold(text)));

export const wantsPerson = (text: string): boolean => saysOneOf(PERSON, text);
export const isAngry = (text: string): boolean => saysOneOf(ANGER, text);
export const isGreeting = (text: string): boolean => GREETING.test(fold(text));
export const saysYes = (text: string): boolean => YES.test(fold(text));
export const saysNo = (text: string): boolean => NO.test(fold(text));
