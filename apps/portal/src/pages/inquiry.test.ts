import { expect, test } from 'vitest';
import { inquiryModel, message } from '../test/models.ts';
import { renderInquiry } from './inquiry.tsx';

test.each([
  ['open', false, '担当者がこれから確認します'],
  ['open', true, '担当者が対応しています'],
  ['waiting', true, 'お返事をお送りしました'],
  ['resolved', true, '対応が終わりました'],
  ['closed', true, '終了しました'],
] as const)('%s (an agent acted: %s) reads 「%s」', (status, agentActed, words) => {
  expect(renderInquiry(inquiryModel('ja', { status, agentActed }))).toContain(words);
});

test('what people wrote is text: no tags, no Markdown, and web addresses become links', () => {
  const messages = [
    message(1, { kind: 'agent', name: '<i>中村</i>' }, '**太字**ではない <img src=x onerror=alert(1)> https://a.example/x?y=1（参考）'),
  ];
  const html = renderInquiry(inquiryModel('ja', { messages }));
  expect(html).toContain('**太字**ではない &lt;img');
  expect(html).toContain('&lt;i>中村');
  expect(html).toContain('<a href="https://a.example/x?y=1" rel="noopener noreferrer nofollow">https://a.example/x?y=1</a>（参考）');
});

test('the signed address is kept from search engines and from other sites', () => {
  const html = renderInquiry(inquiryModel('ja'));
  expect(html).toContain('content="noindex"');
  expect(html).toContain('name="referrer" content="no-referrer"');
  expect(html).not.toContain('canonical');
});

test('a reply posts to the same address and is kept when it was not taken', () => {
  const html = renderInquiry(inquiryModel('ja', { reply: { text: '火曜の午前で', error: 'too_many', externalId: 'reply-1' } }));
  expect(html).toContain('method="post" action="/help/inquiries/signed.token"');
  expect(html).toContain('火曜の午前で</textarea>');
  expect(html).toContain('数分おいてから');
});

test('no messenger beside it: the page is a conversation itself', () => {
  expect(renderInquiry(inquiryModel('ja'))).not.toContain('/messenger.js');
});

test('an inquiry that takes no more has no form', () => {
  expect(renderInquiry(inquiryModel('ja', { status: 'closed', canReply: false }))).not.toContain('<textarea');
});
