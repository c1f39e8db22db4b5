import { fact } from '../../platform/event-log/fact.ts';

/** How sure the bot must be was fitted anew. `judged`: to how many questions; 0: as shipped. */
export const botFitted = fact('bot.fitted', 1)<{ slope: number; offset: number; bar: number; judged: number }>();
