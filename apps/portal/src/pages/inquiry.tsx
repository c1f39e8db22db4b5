import type { InquiryModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { type Page, pageOf } from '../page/page.ts';
import { Bubble } from '../parts/bubble.tsx';
import { ReplyForm } from '../parts/reply-form.tsx';
import { waitingText } from '../text/waiting.ts';

/** Where the matter stands, in the customer's words. */
function statusKey({ status, agentActed }: InquiryModel) {
  if (status !== 'open') return `inquiry.status.${status}` as const;
  return agentActed ? 'inquiry.status.in_progress' : 'inquiry.status.new';
}

/** The customer's own page for one inquiry: where it stands, everything that was said, and room to say more. */
export function renderInquiry(model: InquiryModel): string {
  const page: Page<InquiryModel> = pageOf(model);
  const { t, number, subject, messages, workspace, now, locale, status, sent, path, canReply } = page;
  const ours = status === 'open';
  return renderDocument({
    page,
    about: { title: t('inquiry.title', { number }), paths: null },
    otherPath: locale === 'ja' ? path.replace('/inquiries/', '/en/inquiries/') : path.replace('/en/inquiries/', '/inquiries/'),
    withoutSearch: true,
    withoutMessenger: true,
    children: (
      <div class="column inquiry">
        <p class="dates">{t('inquiry.title', { number })}</p>
        <h1>{subject}</h1>
        <div class={`standing ${status}`}>
          <p>
            <strong>{t(statusKey(model))}</strong>
          </p>
          {ours && <p>{waitingText(t, workspace, now, locale)}</p>}
          <p class="renew">
            <a href={path}>{t('inquiry.renew')}</a>
          </p>
        </div>
        {sent && (
          <p class="notice" role="status">
            {t('inquiry.sent')}
          </p>
        )}
        <ol class="messages">
          {messages.map((message) => (
            <Bubble key={message.id} page={page} message={message} />
          ))}
        </ol>
        {canReply ? <ReplyForm page={page} /> : <p class="empty">{t('inquiry.no_reply')}</p>}
        <p class="hint">{t('inquiry.keep')}</p>
      </div>
    ),
  });
}
