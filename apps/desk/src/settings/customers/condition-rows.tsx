import type { AttributeCondition, AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { ActionIcon, Button, MultiSelect, Select, TagsInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import css from './condition-rows.module.css';

type Props = {
  label: string;
  /** What is said while there is none. */
  none: string;
  conditions: AttributeCondition[];
  onChange: (conditions: AttributeCondition[]) => void;
  /** The other attributes of the same subject. */
  others: readonly AttributeDefinition[];
  /** Conversations have a channel, an inbox and tags. */
  ofConversation: boolean;
};

const MOST = 5;

/** Conditions, all of which must be true: what is asked, and which answers count. */
export function ConditionRows({ label, none, conditions, onChange, others, ofConversation }: Props) {
  const t = useAdminWords();
  const put = (at: number, condition: AttributeCondition) => onChange(conditions.with(at, condition));
  const askable = [
    ...(ofConversation ? (['channel', 'inbox', 'tag'] as const).map((on) => ({ value: on, label: t(`conditions.${on}`) })) : []),
    ...others.map(({ key, label: name }) => ({ value: `attribute:${key}`, label: name })),
  ];
  const first = askable[0]?.value;
  return (
    <fieldset className={css.rows}>
      <legend>{label}</legend>
      {conditions.length === 0 && <p className={css.none}>{none}</p>}
      {namedByPlace(conditions).map(([name, condition, at]) => {
        const asked = condition.on === 'attribute' ? `attribute:${condition.key}` : condition.on;
        return (
          <div key={name} className={css.row}>
            <Select
              aria-label={t('conditions.asked')}
              allowDeselect={false}
              data={askable}
              value={asked}
              onChange={(value) => value && put(at, conditionOn(value))}
            />
            <span className={css.is}>{t('conditions.is')}</span>
            <Answers condition={condition} others={others} onChange={(oneOf) => put(at, { ...condition, oneOf })} />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('conditions.remove')}
              onClick={() => onChange(conditions.toSpliced(at, 1))}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        );
      })}
      {first && conditions.length < MOST && (
        <Button
          variant="subtle"
          size="compact-md"
          className={css.add}
          leftSection={<IconPlus size={16} stroke={1.6} />}
          onClick={() => onChange([...conditions, conditionOn(first)])}
        >
          {t('conditions.add')}
        </Button>
      )}
    </fieldset>
  );
}

/** Conditions have no name of their own; their order is all there is. */
const namedByPlace = (conditions: readonly AttributeCondition[]) =>
  conditions.map((condition, at) => [`condition-${at}`, condition, at] as const);

const conditionOn = (asked: string): AttributeCondition =>
  asked.startsWith('attribute:')
    ? { on: 'attribute', key: asked.slice('attribute:'.length), oneOf: [] }
    : { on: asked as 'channel', key: '', oneOf: [] };

type AnswersProps = { condition: AttributeCondition; others: readonly AttributeDefinition[]; onChange: (oneOf: string[]) => void };

function Answers({ condition: { on, key, oneOf }, others, onChange }: AnswersProps) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const { data: tags } = useQuery(tagsQuery);
  const label = t('conditions.one_of');
  const definition = others.find((one) => one.key === key);
  if (on === 'tag')
    return <TagsInput aria-label={label} data={tags?.items ?? []} value={oneOf} maxTags={20} acceptValueOnBlur onChange={onChange} />;
  if (on === 'attribute' && definition?.kind !== 'choice' && definition?.kind !== 'choices' && definition?.kind !== 'yes_no')
    return <TagsInput aria-label={label} value={oneOf} maxTags={20} acceptValueOnBlur onChange={onChange} />;
  const data =
    on === 'channel'
      ? [...new Set([...(inboxes?.items ?? []).map(({ channel }) => channel), ...oneOf])].map((value) => ({
          value,
          label: channels.name(value),
        }))
      : on === 'inbox'
        ? (inboxes?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
        : definition?.kind === 'yes_no'
          ? (['yes', 'no'] as const).map((value) => ({ value, label: t(`conditions.${value}`) }))
          : (definition?.choices ?? []).map((value) => ({ value, label: value }));
  return <MultiSelect aria-label={label} data={data} value={oneOf} hidePickedOptions onChange={onChange} />;
}
