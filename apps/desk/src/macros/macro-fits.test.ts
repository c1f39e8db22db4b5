import { expect, test } from 'vitest';
import { fitsAll } from './macro-fits.ts';

const chat = { channel: 'chat', inbox: { id: 'ibx_1', name: '' } };
const mail = { channel: 'email', inbox: { id: 'ibx_2', name: '' } };

test('offered where it says, everywhere where it says nothing, and for many only where it fits all', () => {
  expect(fitsAll({ channels: [], inboxIds: [] }, [chat, mail])).toBe(true);
  expect(fitsAll({ channels: ['email'], inboxIds: [] }, [mail])).toBe(true);
  expect(fitsAll({ channels: ['email'], inboxIds: [] }, [chat, mail])).toBe(false);
  expect(fitsAll({ channels: ['email'], inboxIds: ['ibx_1'] }, [mail])).toBe(false);
});
