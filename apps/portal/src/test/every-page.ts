import type { Locale } from '@madoguchi/contract/common.ts';
import type { Portal } from '../portal.types.ts';
import { articleModel, categoriesOf, faqOf, formModel, groupsOf, inquiryModel, pageModel, surveyModel } from './models.ts';

/** Every page in every state that looks different, by name. */
export function everyPage(portal: Portal, locale: Locale): Record<string, string> {
  const page = pageModel(locale);
  const [popular, categories] = [faqOf(locale).slice(0, 8), categoriesOf(locale)];
  const name = categories[0]!.name;
  const found = { ...page, popular, categories };
  const faulty = { errors: { name: 'missing', email: 'malformed', text: 'too_long' }, refusal: 'too_many' } as const;
  return {
    home: portal.renderHome(found),
    'home of an empty help center': portal.renderHome({ ...page, popular: [], categories: [] }),
    search: portal.renderSearch({ ...found, q: '返品', results: faqOf(locale).slice(0, 10) }),
    'search without results': portal.renderSearch({ ...found, q: 'zzz', results: [] }),
    'search for nothing': portal.renderSearch({ ...found, q: '', results: [] }),
    category: portal.renderCategory({
      ...page,
      name,
      articles: faqOf(locale).filter((one) => one.category === name),
      categories,
      otherLanguageName: name,
    }),
    'category without a name': portal.renderCategory({ ...page, name: '', articles: [], categories, otherLanguageName: null }),
    faq: portal.renderFaq({ ...page, groups: groupsOf(locale) }),
    'faq of an empty help center': portal.renderFaq({ ...page, groups: [] }),
    article: portal.renderArticle(articleModel(locale, 'delivery-fee')),
    'article that did not help': portal.renderArticle({ ...articleModel(locale, 'delivery-fee'), feedback: 'no' }),
    'long article': portal.renderArticle(articleModel(locale, 'delivery-fee', { answer: '# A\n\n## B\n\n### C\n\n#### D\n\n## E' })),
    form: portal.renderContactForm(formModel(locale)),
    'form with mistakes': portal.renderContactForm(formModel(locale, faulty)),
    'form in a frame': portal.renderContactForm(formModel(locale, { embedded: true, ...faulty })),
    'form that is closed': portal.renderContactForm(formModel(locale, { formOpen: false })),
    received: portal.renderFormReceived({ ...page, embedded: false, number: 1042, inquiryUrl: '/help/inquiries/signed.token' }),
    'received in a frame': portal.renderFormReceived({ ...page, embedded: true, number: 1042, inquiryUrl: '/help/inquiries/signed.token' }),
    inquiry: portal.renderInquiry(inquiryModel(locale)),
    'inquiry that is closed': portal.renderInquiry(inquiryModel(locale, { status: 'closed', canReply: false })),
    'inquiry with an empty reply': portal.renderInquiry(
      inquiryModel(locale, { reply: { text: '', error: 'missing', externalId: 'reply-012' } }),
    ),
    survey: portal.renderSurvey(surveyModel(locale)),
    'survey without a choice': portal.renderSurvey(surveyModel(locale, { chosen: null, error: 'missing' })),
    'survey that was answered': portal.renderSurvey(surveyModel(locale, { state: 'thanked' })),
    'survey that is over': portal.renderSurvey(surveyModel(locale, { state: 'over', chosen: null })),
    'not found': portal.renderNotFound(found),
    error: portal.renderError({ ...page, status: 500, reference: 'req-4f2a' }),
    'error without a workspace': portal.renderError({ ...page, workspace: null, status: 429, reference: null }),
  };
}
