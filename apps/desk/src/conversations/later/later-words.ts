import type { WordKey } from '../../app/locale.tsx';
import type { Preset } from './later.ts';

export const presetWord: Record<Preset['name'], WordKey> = {
  later_today: 'later.later_today',
  tomorrow: 'later.tomorrow',
  monday: 'later.monday',
};
