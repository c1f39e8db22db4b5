import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { ProcedureRun, ProcedureStep } from '@madoguchi/contract/procedures.ts';
import { Checkbox } from '@mantine/core';
import { IconExternalLink, IconForms, IconMessage2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { listCannedResponses } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { putIntoReply } from '../composer/put-into-reply.ts';
import { useVariables } from '../composer/use-variables.ts';
import { fillVariables } from '../composer/variables.ts';
import { attributeWords } from '../customer/attribute-words.ts';
import { attributesQuery } from '../customer/customer-knowledge.queries.ts';
import { labelOf } from '../fields/fields.ts';
import { incompleteStore } from '../fields/incomplete-store.ts';
import css from './procedure.module.css';
import { useCheckStep } from './procedure.mutations.ts';

type Standing = ProcedureRun['steps'][number];

/** One step: what to do, how, and who did it when. A field is done by being filled in. */
export function StepRow({
  conversation,
  standing: { step, done, by },
  readOnly,
}: {
  conversation: Conversation;
  standing: Standing;
  readOnly: boolean;
}) {
  const t = useWords();
  const check = useCheckStep(conversation.id);
  const boxId = useId();
  return (
    <li className={css.step}>
      <Checkbox
        checked={done}
        disabled={readOnly || step.kind === 'field'}
        id={boxId}
        onChange={(event) => check.mutate({ stepId: step.id, done: event.currentTarget.checked })}
      />
      <div className={css.words}>
        <label htmlFor={boxId} className={css.title} data-done={done || undefined}>
          {step.title}
          {step.required && !done && <span className={css.required}>{t('procedure.required')}</span>}
        </label>
        {step.help && <p className={css.help}>{step.help}</p>}
        <StepHelp
          conversation={conversation}
          step={step}
          done={done}
          readOnly={readOnly}
          onDone={() => check.mutate({ stepId: step.id, done: true })}
        />
        {by && (
          <span className={css.by}>
            {by.name} · <Ago at={by.at} />
          </span>
        )}
      </div>
    </li>
  );
}

type HelpProps = { conversation: Conversation; step: ProcedureStep; done: boolean; readOnly: boolean; onDone: () => void };

function StepHelp({ conversation, step, done, readOnly, onDone }: HelpProps) {
  const t = useWords();
  if (step.kind === 'field') return <FieldStep conversation={conversation} step={step} done={done} readOnly={readOnly} />;
  if (step.kind === 'canned') return readOnly ? null : <CannedStep conversation={conversation} step={step} onDone={onDone} />;
  if (!step.articleId) return null;
  return (
    <Link to="/knowledge/$articleId" params={{ articleId: step.articleId }} className={css.action}>
      <IconExternalLink size={14} stroke={1.8} aria-hidden />
      {t('procedure.article')}
    </Link>
  );
}

function FieldStep({
  conversation,
  step,
  done,
  readOnly,
}: Omit<HelpProps, 'onDone'> & { step: Extract<ProcedureStep, { kind: 'field' }> }) {
  const t = useWords();
  const locale = useLocale();
  const { data } = useQuery(attributesQuery);
  const definition = data?.items.find(({ subject, key }) => subject === 'conversation' && key === step.key) ?? null;
  const value = conversation.fields[step.key] ?? '';
  if (done) return <span className={css.help}>{t('procedure.filled', { value: attributeWords(t, definition, value, locale) })}</span>;
  if (readOnly || !definition) return null;
  const label = labelOf(definition, locale);
  const ask = () =>
    incompleteStore.set({
      conversationId: conversation.id,
      missing: [{ kind: 'field', key: step.key, label, labelEn: '' }],
      for: 'field',
      again: () => {},
    });
  return (
    <button type="button" className={css.action} onClick={ask}>
      <IconForms size={14} stroke={1.8} aria-hidden />
      {t('procedure.fill')}
    </button>
  );
}

function CannedStep({
  conversation,
  step,
  onDone,
}: Pick<HelpProps, 'conversation' | 'onDone'> & { step: Extract<ProcedureStep, { kind: 'canned' }> }) {
  const t = useWords();
  const values = useVariables(conversation);
  const { data } = useQuery({ queryKey: ['canned-responses'], queryFn: () => call(listCannedResponses), staleTime: 60_000 });
  const canned = data?.items.find(({ id }) => id === step.cannedResponseId);
  if (!canned) return null;
  const put = () => {
    putIntoReply(conversation.id, fillVariables(canned.text, values));
    onDone();
  };
  return (
    <button type="button" className={css.action} onClick={put}>
      <IconMessage2 size={14} stroke={1.8} aria-hidden />
      {t('procedure.canned')}
    </button>
  );
}
