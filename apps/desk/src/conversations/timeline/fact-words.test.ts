import en from '@madoguchi/words/desk/en.json';
import ja from '@madoguchi/words/desk/ja.json';
import { makeWords } from '@madoguchi/words/words.ts';
import { describe, expect, test } from 'vitest';
import { goodsTeam, suzuki, takahashi } from '../../../../../fixtures/agents.ts';
import { agentId, at, byAgent, byBot, byCustomer, bySystem, fact } from '../../../test/build.ts';
import { botWhy } from './bot-why.ts';
import { factWords } from './fact-words.ts';

const t = makeWords(ja, en, 'ja');
const say = (name: string, actor = byAgent(suzuki), data: Record<string, unknown> = {}) =>
  factWords(t, fact(name, at('09:00'), actor, data), (channel) => channel.toUpperCase());
const assignedTo = (agent: typeof suzuki | null, team: string | null = null) => ({
  agentId: agent && agentId(agent),
  agentName: agent?.name ?? null,
  teamId: team,
  teamName: team,
});

describe('who has it now', () => {
  test.each([
    ['taken by oneself', assignedTo(suzuki), '鈴木 健太さんが担当'],
    ['taken with a team behind', assignedTo(suzuki, goodsTeam.name), '鈴木 健太さんが担当(商品・返品)'],
    ['given to a colleague', assignedTo(takahashi), '鈴木 健太さんが担当を高橋 美咲に変更'],
    ['given to a team', assignedTo(null, goodsTeam.name), '鈴木 健太さんが担当を商品・返品に変更'],
    ['given to both', assignedTo(takahashi, goodsTeam.name), '鈴木 健太さんが担当を高橋 美咲(商品・返品)に変更'],
    ['given up', assignedTo(null), '鈴木 健太さんが担当を解除'],
  ])('%s', (_story, data, words) => {
    expect(say('conversation.assigned', byAgent(suzuki), data)).toBe(words);
  });
});

describe('how it ended or went on', () => {
  test.each([
    ['an agent resolves by hand', byAgent(suzuki), { by: 'agent' }, '鈴木 健太さんが対応済に変更'],
    ['a reply that also resolves goes out', bySystem, { by: 'agent' }, '返信とともに対応済に変更'],
    ['the bot’s answer solved it', byBot, { by: 'bot' }, 'ボットの回答で解決'],
  ])('%s', (_story, actor, data, words) => {
    expect(say('conversation.resolved', actor, data)).toBe(words);
  });

  test('a customer who writes again reopens it without being named as a colleague', () => {
    expect(say('conversation.reopened', byCustomer())).toBe('お客様の返信により再開');
    expect(say('conversation.reopened')).toBe('鈴木 健太さんが対応を再開');
  });

  test.each([
    ['asked_for_person', byBot, '有人切替(お客様の希望)'],
    ['angry', byBot, '有人切替(ご不満の様子)'],
    ['flow', byBot, '有人切替(シナリオによる)'],
    ['agent_replied', byAgent(suzuki), '鈴木 健太さんがボットから引き継ぎ'],
    ['something_new', byBot, '有人切替'],
  ])('handed off because %s', (because, actor, words) => {
    expect(say('conversation.handed_off', actor, { because })).toBe(words);
  });
});

test('a flow is named where it begins and where it is left, and as the one that assigned a team', () => {
  expect(say('flow.started', byBot, { name: '返品のご相談' })).toBe('シナリオ「返品のご相談」を開始');
  expect(say('flow.left', byBot, { name: '返品のご相談' })).toBe('シナリオ「返品のご相談」から離れた');
  expect(say('conversation.assigned', byBot, assignedTo(null, goodsTeam.name))).toBe('シナリオにより担当を商品・返品に変更');
});

test('a conversation that goes on elsewhere names the channel', () => {
  expect(say('conversation.line_added', byCustomer(), { channel: 'line' })).toBe('LINEでも続けられるようになりました');
  expect(say('conversation.line_removed', byCustomer(), { channel: 'line' })).toBe('LINEは「心当たりがない」とのことで、切り離されました');
  expect(say('conversation.line_removed', byAgent(suzuki), { channel: 'line' })).toBe('鈴木 健太さんがLINEを切り離しました');
  expect(say('conversation.line_added', byAgent(suzuki), { channel: 'sms' })).toBe('鈴木 健太さんがSMSでの返信に切り替え');
});

test('a fact newer than this screen has no words', () => {
  expect(say('conversation.not_yet_known')).toBeNull();
});

test('the bot’s reasons are told in the agent’s language, with their figures', () => {
  expect(botWhy(t, { because: 'person_words', figures: null })).toBe('担当者を求める言葉');
  expect(botWhy(t, { because: 'sure', figures: { correct: 0.91, inScope: 0.88 } })).toBe('確かな答えが見つかった (正答 0.91・範囲内 0.88)');
});

test('who a customer proved to be, and that another customer on record has that address', () => {
  const proved = { customerId: 'cus_1', kind: 'email', ownerId: 'cus_1' };
  expect(say('identity.proved', byBot, proved)).toBe('メールの確認コードで本人確認');
  expect(say('identity.proved', byBot, { ...proved, kind: 'phone' })).toBe('SMSの確認コードで本人確認');
  expect(say('identity.proved', byBot, { ...proved, ownerId: 'cus_2' })).toContain('ほかのお客様として登録済み');
});
