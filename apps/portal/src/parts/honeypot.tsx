import type { JSX } from 'preact';
import type { Words } from '../words.ts';

/** A field that nobody sees and programs fill in. For a screen reader that reads it all the same, the label says to leave it. */
export const Honeypot = ({ t }: { t: Words }): JSX.Element => (
  <div class="unseen" aria-hidden="true">
    <label for="website">{t('form.website')}</label>
    <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" />
  </div>
);
