import type { Locale } from '@madoguchi/contract/common.ts';
import type { NewInbox } from './workspaces.types.ts';

/** What customers read first until the company writes its own. */
export const firstGreeting = {
  ja: 'こんにちは。ご質問をお聞かせください。',
  en: 'Hello! How can we help you?',
};

/** The inboxes that every new workspace begins with. */
export const firstInboxes = (locale: Locale): { chat: NewInbox; form: NewInbox } =>
  locale === 'ja'
    ? { chat: { name: 'ウェブチャット', channel: 'chat' }, form: { name: 'お問い合わせフォーム', channel: 'form' } }
    : { chat: { name: 'Web chat', channel: 'chat' }, form: { name: 'Contact form', channel: 'form' } };
