import type { Escalation, Promised } from '@madoguchi/contract/promises.ts';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import type { PolicyFormParts } from './condition-fields.tsx';
import { PROMISES } from './policy-values.ts';
import { priorityWords, promiseWords } from './promise-words.ts';
import css from './promises.module.css';

const MOST = 20;

type Action = Escalation['action'];
type Choice = 'assignee' | 'supervisors' | Exclude<Action['kind'], 'notify'>;

const choiceOf = (action: Action): Choice => (action.kind === 'notify' ? action.whom : action.kind);

function actionFor(choice: Choice): Action {
  switch (choice) {
    case 'raise_priority':
      return { kind: 'raise_priority', to: 'high' };
    case 'assign_team':
      return { kind: 'assign_team', teamId: '' };
    case 'add_tag':
      return { kind: 'add_tag', tag: '' };
    default:
      return { kind: 'notify', whom: choice };
  }
}

/** What happens by itself, one action a line. */
export function EscalationFields({ form }: { form: PolicyFormParts }) {
  const t = useAdminWords();
  const { escalations } = form.values;
  const put = (at: number, change: Partial<Escalation>) =>
    form.set({ escalations: escalations.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <div className={css.escalations}>
      {escalations.map((one, at) => (
        <EscalationLine
          key={String(at)}
          escalation={one}
          error={form.error(`escalations.${at}`)}
          onTouch={() => form.touch(`escalations.${at}`)}
          onChange={(change) => put(at, change)}
          onRemove={() => form.set({ escalations: escalations.filter((_, index) => index !== at) })}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          disabled={escalations.length >= MOST}
          onClick={() =>
            form.set({ escalations: [...escalations, { at: 'breach', promise: null, action: { kind: 'notify', whom: 'supervisors' } }] })
          }
        >
          {t('promise.action_add')}
        </Button>
      </div>
    </div>
  );
}

type LineProps = {
  escalation: Escalation;
  error: string | undefined;
  onTouch: () => void;
  onChange: (change: Partial<Escalation>) => void;
  onRemove: () => void;
};

function EscalationLine({ escalation: { at, promise, action }, error, onTouch, onChange, onRemove }: LineProps) {
  const t = useAdminWords();
  return (
    <div className={css.escalation}>
      <NativeSelect
        aria-label={t('promise.action_when')}
        data={[
          { value: 'warning', label: t('promise.at_warning') },
          { value: 'breach', label: t('promise.at_breach') },
        ]}
        value={at}
        onChange={(event) => onChange({ at: event.currentTarget.value as Escalation['at'] })}
      />
      <NativeSelect
        aria-label={t('promise.action_promise')}
        data={[{ value: '', label: t('promise.any') }, ...PROMISES.map((one) => ({ value: one, label: t(promiseWords[one]) }))]}
        value={promise ?? ''}
        onChange={(event) => onChange({ promise: (event.currentTarget.value || null) as Promised | null })}
      />
      <NativeSelect
        aria-label={t('promise.action_what')}
        data={[
          { value: 'assignee', label: t('promise.action_assignee') },
          { value: 'supervisors', label: t('promise.action_supervisors') },
          { value: 'raise_priority', label: t('promise.action_raise_priority') },
          { value: 'assign_team', label: t('promise.action_assign_team') },
          { value: 'add_tag', label: t('promise.action_add_tag') },
        ]}
        value={choiceOf(action)}
        onChange={(event) => onChange({ action: actionFor(event.currentTarget.value as Choice) })}
      />
      <ActionDetail action={action} error={error} onTouch={onTouch} onChange={(changed) => onChange({ action: changed })} />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('promise.action_remove')} onClick={onRemove}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}

type DetailProps = { action: Action; error: string | undefined; onTouch: () => void; onChange: (action: Action) => void };

function ActionDetail({ action, error, onTouch, onChange }: DetailProps) {
  const t = useAdminWords();
  const teams = useQuery(teamsQuery).data?.items ?? [];
  switch (action.kind) {
    case 'raise_priority':
      return (
        <NativeSelect
          aria-label={t('promise.action_to')}
          data={(['high', 'urgent'] as const).map((one) => ({ value: one, label: t(priorityWords[one]) }))}
          value={action.to}
          onChange={(event) => onChange({ ...action, to: event.currentTarget.value as 'high' | 'urgent' })}
        />
      );
    case 'assign_team':
      return (
        <NativeSelect
          aria-label={t('promise.action_team')}
          data={[{ value: '', label: t('promise.fault_team') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          value={action.teamId}
          error={error}
          onBlur={onTouch}
          onChange={(event) => onChange({ ...action, teamId: event.currentTarget.value })}
        />
      );
    case 'add_tag':
      return (
        <TextInput
          aria-label={t('promise.action_tag')}
          placeholder={t('promise.action_tag')}
          maxLength={50}
          value={action.tag}
          error={error}
          onBlur={onTouch}
          onChange={(event) => onChange({ ...action, tag: event.currentTarget.value })}
        />
      );
    case 'notify':
      return <span />;
  }
}
