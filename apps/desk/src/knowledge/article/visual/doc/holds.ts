import { parseDoc } from './parse.ts';
import { meaningOf } from './reader.ts';
import { writeDoc } from './write.ts';

/** Whether a text can be edited visually and nothing of it is lost: read, written and read again, it means the same. */
export const holds = (markdown: string): boolean => meaningOf(markdown) === meaningOf(writeDoc(parseDoc(markdown)));
