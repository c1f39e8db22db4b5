import type { Block } from '@madoguchi/contract/messages.ts';

/** A sticker or a place is the whole message: its text says the same once more, for lists and for those who cannot see it. */
export const speaksForItself = (blocks: readonly Block[]): boolean => blocks.some(({ type }) => type === 'sticker' || type === 'location');
