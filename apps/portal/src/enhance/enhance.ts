// What a browser with JavaScript gets on top: suggestions while typing, and a button that opens the messenger.
import { offerMessenger } from './messenger.ts';
import { suggestWhileTyping } from './suggest.ts';
import { playVideosInPlace } from './video.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) suggestWhileTyping(form);
playVideosInPlace();
offerMessenger();
document.querySelector<HTMLElement>('.faults')?.focus();
