import { submitForm } from '@madoguchi/contract/chat.ts';
import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { attributes } from '../test/html.ts';
import { formModel } from '../test/models.ts';
import { renderContactForm } from './contact-form.tsx';
import { renderFormReceived } from './form-received.tsx';

test('the form posts every field the contract asks for', () => {
  const names = attributes(renderContactForm(formModel('ja')), 'name').filter((name) => name in submitForm.body.shape);
  expect(new Set([...names, 'locale'])).toEqual(new Set(Object.keys(submitForm.body.shape)));
});

test('the limits on the page are those of the contract', () => {
  const whole = { externalId: 'form-0123456789', name: '佐藤', subject: '配送', text: 'まだですか', locale: 'ja' };
  const takes = (field: 'name' | 'subject' | 'text', length: number) =>
    submitForm.body.safeParse({ ...whole, email: 'hanako.sato@mail.example', [field]: 'あ'.repeat(length) }).success;
  for (const field of ['name', 'subject', 'text'] as const) {
    expect(takes(field, limits[field])).toBe(true);
    expect(takes(field, limits[field] + 1)).toBe(false);
  }
});

test('what is wrong stands beside its field, and everything typed is kept', () => {
  const values = { name: '', email: 'sato.mail', subject: '<b>届かない</b>', text: '\n"3日"たっても & 届きません' };
  const html = renderContactForm(formModel('ja', { values, errors: { name: 'missing', email: 'malformed' } }));
  expect(html).toContain('<a href="#name">お名前を入力してください</a>');
  expect(html).toMatch(/id="name"[^>]*aria-invalid="true"[^>]*aria-describedby="name-fault"/);
  expect(html).toMatch(/id="email"[^>]*aria-describedby="email-hint email-fault"[^>]*value="sato.mail"/);
  expect(html).toContain('value="&lt;b>届かない&lt;/b>"');
  // The first line break after the tag is the browser's to swallow.
  expect(html).toMatch(/<textarea[^>]*>\n\n&quot;3日&quot;たっても &amp; 届きません<\/textarea>/);
});

test('text cannot end its own field', () => {
  const html = renderContactForm(
    formModel('ja', { values: { name: '', email: '', subject: '', text: '</textarea><script>alert(1)</script>' } }),
  );
  expect(html).not.toContain('<script>alert');
});

test('a form in a frame posts to the frame’s address, and its reply opens outside', () => {
  expect(renderContactForm(formModel('en', { embedded: true }))).toContain('action="/help/en/contact/embed"');
  const received = renderFormReceived({ ...formModel('en'), embedded: true, number: 7, inquiryUrl: '/help/en/inquiries/t' });
  expect(received).toContain('target="_blank"');
});

test('outside business hours the form says when somebody answers', () => {
  const model = formModel('ja');
  const hours = { open: false, opensAt: '2026-11-24T01:00:00.000Z', timezone: 'Asia/Tokyo' };
  expect(renderContactForm({ ...model, workspace: { ...model.workspace, hours } })).toContain(
    '11月24日(火) 10:00から、担当者が順に返信します',
  );
  expect(renderContactForm({ ...formModel('en'), workspace: { ...model.workspace, hours } })).toContain('Tue, Nov 24, 10:00 GMT+9');
});
