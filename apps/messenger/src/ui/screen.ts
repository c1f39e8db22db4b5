import type { Locale } from '@madoguchi/contract/common.ts';
import type { Chat } from '../chat/chat.ts';
import type { State, Store } from '../state/state.ts';
import type { Words } from '../words.ts';

/** What every part of the screen is drawn from. Parts are plain functions of it: all that changes is in the state. */
export type Screen = {
  state: State;
  set: Store['set'];
  chat: Chat;
  t: Words;
  locale: Locale;
  /** The server, for addresses that are relative to it. */
  origin: string;
  /** The brand color, or nothing for the usual accent. */
  color: string;
};

/** Small screens are filled whole: the same condition as in phone.css. */
export const isPhone = () => matchMedia('(max-width:480px),(max-height:480px) and (pointer:coarse)').matches;
/** Fingers only: Enter makes a new line, and no keyboard may jump up by itself. */
export const isTouch = () => matchMedia('(hover:none) and (pointer:coarse)').matches;
