import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { sato } from '../../../../../fixtures/customers.ts';
import { formAddress, helpAddress, identityCode, ownsHelpForm, scriptTag } from './install-code.ts';

test('the script tag names the server, the inbox and the color', () => {
  expect(scriptTag('https://desk.hazuki-saji.example', 'ch_7f3k', '#2f6b4f')).toBe(
    '<script src="https://desk.hazuki-saji.example/messenger.js" data-inbox="ch_7f3k" data-color="#2f6b4f" async></script>',
  );
});

test('the example for Node, run as it stands, signs a JWT that can be verified', async () => {
  const body = identityCode.node.replace(/^import .*\n/, '');
  const run = new Function('createHmac', 'customer', 'process', `${body}; return identity;`);
  const identity: string = run(
    createHmac,
    { id: sato.memberNumber, name: sato.name, email: sato.email },
    { env: { MADOGUCHI_SECRET: 'secret' } },
  );
  const [head, claims, signature] = identity.split('.');
  expect(signature).toBe(createHmac('sha256', 'secret').update(`${head}.${claims}`).digest('base64url'));
  expect(JSON.parse(Buffer.from(claims as string, 'base64url').toString())).toMatchObject({
    sub: sato.memberNumber,
    name: sato.name,
    email: sato.email,
  });
});

test("the help center's form is the oldest form inbox that takes messages", () => {
  const inbox = (id: string, channel: 'chat' | 'form', paused = false) => ({
    id,
    name: id,
    channel,
    key: id,
    allowedOrigins: [],
    paused,
    teamIds: [],
    brandId: null,
  });
  const [chat, pausedForm, form, newer] = [
    inbox('ibx_1', 'chat'),
    inbox('ibx_2', 'form', true),
    inbox('ibx_3', 'form'),
    inbox('ibx_4', 'form'),
  ];
  const owners = [chat, pausedForm, form, newer].filter((one, _at, all) => ownsHelpForm(one, [...all].reverse()));
  expect(owners).toEqual([form]);
  const ofBrand = { ...inbox('ibx_5', 'form'), brandId: 'brd_1' };
  expect(ownsHelpForm(ofBrand, [form, ofBrand])).toBe(true);
});

test('the form of a brand stands at its own help center', () => {
  expect(formAddress(helpAddress('https://desk.example', '/help/brands/mono'))).toBe('https://desk.example/help/brands/mono/contact');
  expect(formAddress(helpAddress('https://desk.example', 'https://help.mono.example/help'))).toBe('https://help.mono.example/help/contact');
});
