import { type RoutingSettings, updateRoutingSettings } from '@madoguchi/contract/routing.ts';
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { numberFault } from '../queues/queue-values.ts';
import { routingSettingsQuery } from '../queues/routing-admin.queries.ts';
import css from './presence.module.css';

const MOST_REASONS = 20;

type Values = { reasons: RoutingSettings['reasons']; awayAfterMinutes: number | string; lastAgentSeconds: number | string };

/** The reasons in the order of the menu, and for how long routing waits. */
export function ReasonsForm({ stored }: { stored: RoutingSettings }) {
  const t = useAdminWords();
  const form = useForm<Values>({
    id: 'settings.presence',
    stored,
    check: ({ reasons, awayAfterMinutes, lastAgentSeconds }) =>
      faults({
        ...Object.fromEntries(reasons.map(({ id, name }) => [`reasons.${id}`, textFault(name, 30)])),
        awayAfterMinutes: numberFault(awayAfterMinutes, 1, 120),
        lastAgentSeconds: numberFault(lastAgentSeconds, 0, 600),
      }),
    save: async ({ reasons, awayAfterMinutes, lastAgentSeconds }) => {
      const body = {
        reasons: reasons.map(({ id, name }) => ({ id, name: name.trim() })),
        awayAfterMinutes: Number(awayAfterMinutes),
        lastAgentSeconds: Number(lastAgentSeconds),
      };
      queryClient.setQueryData(routingSettingsQuery.queryKey, await call(updateRoutingSettings, { body }));
      void queryClient.invalidateQueries({ queryKey: ['presences'] });
    },
  });
  const { values, set, error, touch } = form;
  const { reasons } = values;
  const rename = (id: string, name: string) => set({ reasons: reasons.map((one) => (one.id === id ? { id, name } : one)) });
  const up = (index: number) => set({ reasons: reasons.toSpliced(index - 1, 2, reasons[index]!, reasons[index - 1]!) });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.parts}>
      <Section title={t('presence.reasons')} text={t('presence.reasons_text')}>
        <ol className={css.reasons}>
          {reasons.map(({ id, name }, index) => (
            <li key={id} className={css.reason}>
              <TextInput
                aria-label={t('presence.reason_name', { number: index + 1 })}
                maxLength={30}
                value={name}
                error={error(`reasons.${id}`)}
                onChange={(event) => rename(id, event.currentTarget.value)}
                onBlur={() => touch(`reasons.${id}`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                disabled={index === 0}
                aria-label={t('presence.reason_up', { name })}
                onClick={() => up(index)}
              >
                <IconArrowUp size={16} stroke={1.6} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('presence.reason_remove', { name })}
                onClick={() => set({ reasons: reasons.filter((one) => one.id !== id) })}
              >
                <IconX size={16} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ol>
        <Button
          variant="default"
          disabled={reasons.length >= MOST_REASONS}
          leftSection={<IconPlus size={16} stroke={1.8} />}
          onClick={() => set({ reasons: [...reasons, { id: crypto.randomUUID(), name: '' }] })}
        >
          {t('presence.reason_add')}
        </Button>
      </Section>
      <Section title={t('presence.times')}>
        <div className={css.numbers}>
          <NumberInput
            label={t('presence.away_after')}
            description={t('presence.away_after_help')}
            min={1}
            max={120}
            allowDecimal={false}
            hideControls
            value={values.awayAfterMinutes}
            error={error('awayAfterMinutes')}
            onChange={(value) => set({ awayAfterMinutes: value })}
            onBlur={() => touch('awayAfterMinutes')}
          />
          <NumberInput
            label={t('presence.last_agent')}
            description={t('presence.last_agent_help')}
            min={0}
            max={600}
            allowDecimal={false}
            hideControls
            value={values.lastAgentSeconds}
            error={error('lastAgentSeconds')}
            onChange={(value) => set({ lastAgentSeconds: value })}
            onBlur={() => touch('lastAgentSeconds')}
          />
        </div>
      </Section>
      <SaveBar form={form} />
    </form>
  );
}
