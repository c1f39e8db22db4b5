// Pure: what an agent can do and how much at once, until somebody says so.
import type { ProfileBody } from '@madoguchi/contract/routing.ts';
import type { Capacity } from '../routing.types.ts';

const USUAL: Capacity = { chats: 3, messages: 20, calls: 1 };

/** An agent about whom nothing was said: they speak the company's language and stand on the first tier. */
export const usualProfile = (locale: string): ProfileBody => ({
  tier: 1,
  languages: [locale === 'en' ? 'en' : 'ja'],
  skills: {},
  capacity: { ...USUAL },
});
