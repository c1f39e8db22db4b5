import type { Channel } from '../channel.ts';
import { askLine, errorOfLine } from './line.api.ts';

/** Hangs up the rich menu that goes with the hour: one while people answer, another while they do not. @throws ChannelError */
export const tendRichMenu: NonNullable<Channel['tend']> = async (call, { open, notes }) => {
  const { richMenuOpen, richMenuClosed } = call.settings;
  const wanted = open ? richMenuOpen : richMenuClosed;
  if (!richMenuOpen || !richMenuClosed || notes.richMenu === wanted) return null;
  const answer = await askLine(call, `/v2/bot/user/all/richmenu/${encodeURIComponent(String(wanted))}`, { method: 'POST' });
  if (answer.status !== 200) throw errorOfLine(answer);
  return { richMenu: String(wanted) };
};
