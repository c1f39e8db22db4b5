import type { JSX } from 'preact';
import { limits } from '../limits.ts';
import type { FormFault, FormRefusal, InquiryModel } from '../models.ts';
import type { Page } from '../page/page.ts';
import { Field } from './field.tsx';
import { Honeypot } from './honeypot.tsx';

const isRefusal = (error: FormFault | FormRefusal | null): error is FormRefusal =>
  error === 'too_many' || error === 'closed' || error === 'failed';

/** Says more to an inquiry; posts to the page's own address. */
export function ReplyForm({ page }: { page: Page<InquiryModel> }): JSX.Element {
  const { t, path, reply, status } = page;
  const { error } = reply;
  const label = status === 'resolved' || status === 'closed' ? t('inquiry.reply_again') : t('inquiry.reply');
  return (
    <form class="fields reply" method="post" action={path} noValidate>
      <input type="hidden" name="externalId" value={reply.externalId} />
      <Honeypot t={t} />
      {isRefusal(error) && (
        <p class="faults" role="alert">
          {t(`refusal.${error}`)}
        </p>
      )}
      <Field
        t={t}
        name="text"
        label={label}
        value={reply.text}
        fault={error === null || isRefusal(error) ? undefined : error}
        maxLength={limits.text}
        rows={5}
      />
      <button class="primary" type="submit">
        {t('form.send')}
      </button>
    </form>
  );
}
