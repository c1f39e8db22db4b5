// Models for the tests, made from the cast of fixtures/.
import type { Locale } from '@madoguchi/contract/common.ts';
import { faqEn } from '../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import { workspace } from '../../../../fixtures/workspace.ts';
import type { ArticleModel, CategoryCount, ContactFormModel, FaqModel, InquiryModel, PageModel, SurveyModel } from '../models.ts';

export const faqOf = (locale: Locale) => (locale === 'ja' ? faqJa : faqEn);

export const pageModel = (locale: Locale = 'ja'): PageModel => ({
  workspace: {
    name: workspace.name,
    color: workspace.color,
    logo: null,
    replyMinutes: workspace.replyMinutes,
    hours: { open: true, opensAt: null, timezone: workspace.timezone },
  },
  locale,
  origin: 'https://help.hazuki-saji.example',
  base: '/help',
  now: '2026-11-22T05:05:00.000Z',
  assets: { styles: '/help/assets/portal.css', script: '/help/assets/enhance.js' },
  messenger: { src: '/messenger.js', inboxKey: 'demo-chat' },
  formOpen: true,
});

export const categoriesOf = (locale: Locale): CategoryCount[] => {
  const names = faqOf(locale).map((article) => article.category);
  return [...new Set(names)].map((name) => ({ name, parent: null, count: names.filter((one) => one === name).length }));
};

/** Every category with its articles, one of them long. */
export const groupsOf = (locale: Locale): FaqModel['groups'] =>
  categoriesOf(locale).map(({ name }, i) => ({
    name,
    articles: faqOf(locale)
      .filter((article) => article.category === name)
      .map((article, j) => (i + j === 0 ? { ...article, answer: `${article.answer}\n\n`.repeat(20) } : article)),
  }));

export const articleModel = (locale: Locale, slug: string, change: Partial<ArticleModel['article']> = {}): ArticleModel => {
  const article = faqOf(locale).find((one) => one.slug === slug)!;
  return {
    ...pageModel(locale),
    article: { ...article, publishedAt: '2026-10-01T00:00:00.000Z', updatedAt: '2026-11-12T00:00:00.000Z', ...change },
    categoryPath: [article.category],
    related: faqOf(locale)
      .filter((one) => one.category === article.category && one !== article)
      .slice(0, 4),
    otherLanguageSlug: slug,
    feedback: null,
  };
};

export const formModel = (locale: Locale, change: Partial<ContactFormModel> = {}): ContactFormModel => ({
  ...pageModel(locale),
  embedded: false,
  values: { name: '', email: '', subject: '', text: '' },
  errors: {},
  refusal: null,
  externalId: 'form-0123456789',
  ...change,
});

export const inquiryModel = (locale: Locale, change: Partial<InquiryModel> = {}): InquiryModel => ({
  ...pageModel(locale),
  path: '/help/inquiries/signed.token',
  number: 1042,
  subject: '請求書払いの審査について',
  status: 'waiting',
  agentActed: true,
  messages: [
    message(1, { kind: 'customer', name: '清水 純一' }, '請求書でのお支払いを希望しております。'),
    message(
      2,
      { kind: 'agent', name: '中村 恵' },
      '清水様、ありがとうございます。https://www.hazuki-saji.example/invoice をご覧ください。',
    ),
  ],
  canReply: true,
  reply: { text: '', error: null, externalId: 'reply-0123456789' },
  sent: false,
  ...change,
});

const RATINGS = ['😞 とても不満', '😕 不満', '😐 ふつう', '😊 満足', '😄 とても満足'];

export const surveyModel = (locale: Locale, change: Partial<SurveyModel> = {}): SurveyModel => ({
  ...pageModel(locale),
  path: locale === 'en' ? '/help/en/surveys/signed-word' : '/help/surveys/signed-word',
  number: 1042,
  question: '今回の対応はいかがでしたか？',
  thanks: 'ご回答ありがとうございました。',
  choices: [5, 4, 3, 2, 1].map((rating) => ({ rating, face: RATINGS[rating - 1]!.split(' ')[0]!, label: RATINGS[rating - 1]! })),
  chosen: 4,
  comment: 'すぐにお返事をいただけました',
  asksComment: true,
  state: 'form',
  error: null,
  externalId: 'survey-0123456789',
  ...change,
});

export const message = (
  seq: number,
  author: InquiryModel['messages'][number]['author'],
  text: string,
): InquiryModel['messages'][number] => ({
  id: `msg_${String(seq).padStart(26, '0')}`,
  seq,
  author,
  text,
  blocks: [],
  attachments: [],
  at: '2026-11-20T05:00:00.000Z',
  externalId: null,
});
