/** Why a mail did not arrive. Only an address that does not exist is a reason never to write to it again. */
export type BounceReason = 'address' | 'host' | 'moved' | 'refuses-all' | 'mailbox' | 'policy' | 'size' | 'temporary' | 'unknown';

/** Reasons are given early. */
const REASON_CHARS = 8_000;
const HARD = new Set<BounceReason>(['address', 'host', 'moved', 'refuses-all']);

/** Words, most telling first: a full mailbox is often reported with the status of an unknown one. */
const FIRST_WORDS: [reason: BounceReason, words: RegExp][] = [
  // Exchange Online refuses addresses that its directory does not have in these words.
  ['address', /5\.4\.1 .{0,160}recipient address rejected: access denied/i],
  // The address was accepted, the mail was not: how Japanese carriers refuse by their customers' filters.
  ['policy', /(?:after end of data|(?:reply to|end of) (?:the )?(?:end of )?data\b|after data)/i],
];
const WORDS: [reason: BounceReason, words: RegExp][] = [
  [
    'mailbox',
    /over ?quota|quota (?:exceeded|full)|exceed(?:ed|s|ing)? (?:\w+ )?(?:quota|storage|mailbox)|(?:mail ?box|mail ?folder|mailfile|inbox|maildir|account|mail storage|disk)(?:\s\S+){0,6} (?:is )?(?:full|over)\b|mailbox (?:full|size|too large)|not enough (?:storage|space|disk)|insufficient (?:storage|disk|system storage)|no space|storage (?:limit|allocation)|容量|(?:メールボックス|受信箱).{0,20}(?:一杯|いっぱい|超過|超え|満杯)|552[- ]5\.2\.2|quota.{0,20}(?:violation|exceed|limit|超過)|too (?:fast|many mails)|receiving mail (?:at a rate|too)|out of (?:disk )?space/i,
  ],
  [
    'mailbox',
    /(?:account|mailbox|user|recipient|address|boîte|domain)(?:'s)?(?:\s\S+){0,6} (?:is |has been |was )?(?:currently )?(?:disabled|inactive|suspended|not active|locked|deactivated|frozen|blocked|expired|temporarily unavailable|dormant)|(?:disabled|inactive|suspended|deactivated) (?:account|mailbox|user|recipient)|not a(?:n)? active (?:user|account)|利用停止|休止|停止中/i,
  ],
  [
    'size',
    /(?:message|mail|size|attachment)(?:\s\S+){0,5} (?:too (?:big|large|long)|exceeds?|exceeded|larger than|limit)|maximum (?:message )?size|message size|サイズ.{0,20}(?:超|大き)|5\.3\.4/i,
  ],
  [
    'policy',
    /\bspam\b|unsolicited|junk|virus|malware|phish|blacklist|black ?list|block ?list|\brbl\b|\bdnsbl\b|spamhaus|barracuda(?:networks)?|reputation|dmarc|\bdkim\b|\bspf\b|policy|not (?:authori[sz]ed|allowed|permitted)|relay(?:ing)?(?: access)? denied|relay not permitted|unable to relay|access denied|administrative prohibition|prohibited|blocked|banned|content (?:reject|filter|denied)|denied by|client host|reverse (?:dns|lookup|hostname)|\bptr\b|authentication|unauthenticated|must (?:issue|have) |sender (?:address )?(?:reject|verify|denied|unknown)|domain of sender|from address|rejected your message|message (?:rejected|content|refused)|filtered|拒否|迷惑メール|なりすまし|フィルタ|ドメイン指定受信|restricted|permission|recipient preferences|too many recipients|(?:after|reply to) mail from/i,
  ],
  [
    'moved',
    /has moved|(?:user|address|recipient|mailbox) (?:\S+ ){0,4}(?:moved|changed)|no longer (?:at|on|with|works?|valid|available|in use|used|accept)|5\.1\.6|address has (?:been )?changed|relocated/i,
  ],
  [
    'address',
    /user(?:\s\S+){0,3} (?:unknown|not found|does(?:n't| not) exist|not exist|invalid|not known|is not found|not listed|not registered)|unknown (?:user|local|recipient|address|mailbox|account|or (?:illegal|invalid))|no such (?:user|person|mailbox|recipient|account|address|local|email)|(?:mailbox|account|recipient|address|user|addressee|inbox|e-?mail|alias)(?:\s\S+){0,8} (?:does(?:n't| not) exist|not exist|not found|unknown|invalid|unavailable|undeliverable|could ?n[o']t be found|could not be found|is not (?:a )?(?:valid|known|found|active|listed|recognized|here)|isn't (?:valid|found)|wasn't found|unrecognized|nonexistent)|invalid (?:recipient|user|address|mailbox|e-?mail)|(?:mailbox|recipient) (?:not available|unavailable|not found|rejected)|bad destination|not (?:a|our) (?:valid |known )?(?:customer|mailbox|user|recipient|subscriber)|unrouteable address|nobody (?:here )?by that name|not listed in|no mailbox|no account|addressee unknown|delivery to this address|doesn't have an?|no valid recipients?|unknown in|not known at|recipnotfound|nosuchuser|resolver\.adr|couldn't be found|(?:アドレス|ユーザー?|宛先|メールボックス|ディレクトリ).{0,24}(?:見つかり|存在し|不明|ありません|みつかり|登録され|誤り|正しく)|該当.{0,10}(?:ユーザ|アドレス)|5\.1\.1|5\.1\.10|5\.1\.0 address/i,
  ],
  [
    'refuses-all',
    /does not accept (?:any )?(?:mail|email)|null mx|5\.1\.10 null|nullmx|domain (?:\S+ ){0,3}does not accept|no mail (?:is )?accepted|does not receive mail|521 /i,
  ],
  [
    'host',
    /host(?:name)? (?:or domain name )?(?:unknown|not found|lookup|does not exist|name lookup)|unknown (?:host|domain|mail host)|domain (?:\S+ ){0,4}(?:not found|does(?:n't| not) exist|not exist|invalid|could not be found|isn't)|name service error|no such (?:host|domain)|unrouteable (?:mail )?domain|(?:dns|mx)(?: \S+){0,4} (?:error|fail|not found|lookup|does not)|nxdomain|bad destination (?:host|mailbox|system)|couldn't find any host|(?:mail server|host)s? (?:\S+ ){0,3}(?:not found|could not be found)|unresolvable|domain is not reachable|account or domain may not exist|ドメイン.{0,20}(?:見つかり|存在し)|5\.1\.2|5\.4\.4/i,
  ],
  [
    'temporary',
    /tim(?:ed|e) ?out|temporar|try again|deferred|delayed|retry|expired|too (?:many|long|busy)|connection (?:refused|reset|lost|closed|timed)|network|unreachable|rate limit|throttl|greylist|not responding|queue|will be (?:retried|attempted)|service (?:unavailable|not available)|loop(?:s|ing)?\b|hop count|too many hops/i,
  ],
];

/** The reason that words and codes give. `status` is an enhanced code or ''. */
export function reasonOf(diagnostic: string, status: string): BounceReason {
  const isTemporary = /^4\./.test(status) || /^\s*(?:smtp;\s*)?4[25]\d[\s-]/i.test(diagnostic);
  const words = withoutNames(diagnostic.slice(0, REASON_CHARS));
  const byWords = [...FIRST_WORDS, ...WORDS].find(([, pattern]) => pattern.test(words))?.[0];
  if (byWords && !(byWords === 'host' && (isTemporary || /try again/i.test(words)))) return byWords;
  if (isTemporary) return 'temporary';
  return byStatus(status);
}

/** Addresses and links may hold any of the words. */
const withoutNames = (text: string): string =>
  text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/<[^<>\s]*>/g, ' ')
    .replace(/[^\s<>@]{1,120}@[^\s<>@]+/g, ' ');

function byStatus(status: string): BounceReason {
  if (/^5\.1\.[1346]$/.test(status)) return 'address';
  if (/^5\.(?:1\.2|4\.4)$/.test(status)) return 'host';
  if (/^5\.1\.10$/.test(status)) return 'refuses-all';
  if (/^5\.2\.[123]$/.test(status)) return 'mailbox';
  if (/^5\.7\./.test(status)) return 'policy';
  return 'unknown';
}

/** Is the address itself no good? */
export const isHard = (reason: BounceReason): boolean => HARD.has(reason);
