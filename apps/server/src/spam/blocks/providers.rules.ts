// Pure: domains where everybody can have an address, of mail services and Japanese carriers. Blocking one would block most customers.

export const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com yahoo.com yahoo.co.jp ymail.com ymail.ne.jp outlook.com outlook.jp hotmail.com hotmail.co.jp live.com live.jp
  msn.com icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.com gmx.net zoho.com mail.com fastmail.com qq.com 163.com 126.com
  naver.com daum.net hanmail.net mail.ru yandex.com yandex.ru excite.co.jp goo.jp mail.goo.ne.jp
  docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp disney.ne.jp willcom.com ymobile.ne.jp rakuten.jp
  rakumail.jp uqmobile.jp nifty.com nifty.ne.jp biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp`.split(/\s+/),
);
