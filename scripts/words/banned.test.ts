import { describe, expect, test } from 'vitest';
import { bannedInName, bannedInText } from './banned.ts';

describe('texts', () => {
  test.each([
    ['ja', 'チケットを作成'],
    ['ja', 'ユーザー一覧'],
    ['ja', 'オペレーターにつなぐ'],
    ['ja', '連絡先を追加'],
    ['ja', '保留中'],
    ['ja', '受信トレイ'],
    ['en', 'Create a ticket'],
    ['en', 'All users'],
    ['en', 'Talk to an operator'],
    ['en', 'Add a contact'],
    ['en', 'Merge contacts'],
    ['en', 'Pending'],
  ] as const)('%s: %s is refused', (language, text) => {
    expect(bannedInText(text, language)).toHaveLength(1);
  });

  test.each([
    ['ja', 'お客様の返信待ち'],
    ['ja', 'お問い合わせを受け付けました'],
    ['en', 'Contact us'],
    ['en', 'Send the contact form'],
    ['en', 'Waiting for customer'],
  ] as const)('%s: %s is fine', (language, text) => {
    expect(bannedInText(text, language)).toEqual([]);
  });

  test('the refusal says what to say instead', () => {
    expect(bannedInText('Your tickets', 'en')).toEqual(['"tickets" is banned; say conversation / 問い合わせ']);
  });
});

describe('names', () => {
  test.each(['userId', 'user_id', 'assigned_users', 'TicketStatus', 'contact_id', 'view.pending', 'isPending', 'requester'])(
    '%s is refused',
    (name) => {
      expect(bannedInName(name)).toHaveLength(1);
    },
  );

  test.each(['userAgent', 'user_agent', 'current_user', 'contactForm', 'contact_us', 'suspendingSince', 'conversationId'])(
    '%s is fine',
    (name) => {
      expect(bannedInName(name)).toEqual([]);
    },
  );
});
