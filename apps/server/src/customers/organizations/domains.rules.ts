// Pure: which e-mail domains say for whom somebody works.

/** Whoever has an address here shares nothing with the next one who does: free mail, Japanese mobile carriers and providers. */
const FREE_MAIL = new Set(
  `gmail.com googlemail.com yahoo.co.jp yahoo.com yahoo.ne.jp ymail.ne.jp outlook.com outlook.jp hotmail.com hotmail.co.jp live.jp live.com msn.com
  icloud.com me.com mac.com aol.com aol.jp proton.me protonmail.com pm.me gmx.com gmx.net gmx.de web.de mail.com zoho.com fastmail.com hey.com tutanota.com
  yandex.com yandex.ru mail.ru qq.com 163.com 126.com naver.com daum.net hanmail.net excite.co.jp goo.jp goo.ne.jp infoseek.jp livedoor.com
  docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp disney.ne.jp ymobile.ne.jp y-mobile.ne.jp willcom.com emobile.ne.jp
  rakuten.jp rakumail.jp uqmobile.jp ocn.ne.jp biglobe.ne.jp nifty.com nifty.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp auone-net.jp
  asahi-net.or.jp wakwak.com eonet.ne.jp ybb.ne.jp bbtec.net jcom.home.ne.jp jcom.zaq.ne.jp zaq.ne.jp dti.ne.jp hi-ho.ne.jp sannet.ne.jp
  tiki.ne.jp mopera.net comcast.net att.net verizon.net sbcglobal.net btinternet.com orange.fr free.fr t-online.de libero.it`.split(/\s+/),
);
/** Every customer of these providers has a subdomain of their own (a9.dion.ne.jp, xx.ocn.ne.jp): the provider is meant. */
const isFree = (domain: string): boolean => {
  const labels = domain.split('.');
  return labels.some((_label, at) => FREE_MAIL.has(labels.slice(at).join('.')));
};

const DOMAIN = /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** A domain in the form it is kept in; null for what is none, or speaks for nobody. */
export function companyDomain(typed: string): string | null {
  const domain = typed.normalize('NFKC').trim().toLowerCase().replace(/^.*@/, '').replace(/\.$/, '');
  return DOMAIN.test(domain) && !isFree(domain) ? domain : null;
}
