import type { JSX } from 'preact';
import type { Page } from '../page/page.ts';
import { waitingText } from '../text/waiting.ts';
import { ChatIcon, MailIcon } from './icons.tsx';

/** When this did not solve it: every way to a person, with how long it takes. Chat appears once the messenger has come up. */
export function WaysOn({ page }: { page: Page }): JSX.Element | null {
  const { t, links, messenger, formOpen, workspace, now, locale } = page;
  if (!messenger && !formOpen) return null;
  const waiting = waitingText(t, workspace, now, locale);
  return (
    <section class="ways-on" aria-labelledby="ways-on">
      <h2 id="ways-on">{t('ways.title')}</h2>
      <p class="waiting">
        <span class={workspace.hours.open ? 'lamp open' : 'lamp'} aria-hidden="true" />
        {waiting}
      </p>
      <ul class="ways">
        {messenger && (
          <li data-needs-messenger hidden>
            <button type="button" data-open-messenger>
              <ChatIcon />
              <span>
                <strong>{t('ways.chat')}</strong>
                <span>{t('ways.chat_hint')}</span>
              </span>
            </button>
          </li>
        )}
        {formOpen && (
          <li>
            <a href={links.form}>
              <MailIcon />
              <span>
                <strong>{t('ways.form')}</strong>
                <span>{t('ways.form_hint')}</span>
              </span>
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
