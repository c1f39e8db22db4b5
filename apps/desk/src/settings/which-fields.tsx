import { MultiSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { useChannelWords } from '../channels/channel-words.ts';
import { inboxesQuery } from './settings.queries.ts';

type Props = { value: string[]; onChange: (value: string[]) => void };

/** Of the channels that the workspace has: which ones; none is every one. */
export function ChannelsField({ value, onChange }: Props) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const used = [...new Set([...(inboxes?.items ?? []).map(({ channel }) => channel), ...value])];
  return (
    <MultiSelect
      label={t('which.channels')}
      data={used.map((channel) => ({ value: channel, label: channels.name(channel) }))}
      value={value}
      onChange={onChange}
      hidePickedOptions
    />
  );
}

/** Which inboxes; none is every one. */
export function InboxesField({ value, onChange }: Props) {
  const t = useAdminWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  return (
    <MultiSelect
      label={t('which.inboxes')}
      data={inboxes?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={value}
      onChange={onChange}
      hidePickedOptions
      searchable
    />
  );
}

type TermsProps = Props & {
  label: string;
  most: number;
  known?: readonly string[];
  description?: string;
  /** Shown while there is nothing. */
  example?: string;
  className?: string | undefined;
};

/** Words, tags, pages: taken in at Enter, at a comma of either language, and when the field is left. */
export function TermsField({ value, onChange, label, most, known = [], description, example, className }: TermsProps) {
  return (
    <TagsInput
      className={className}
      label={label}
      description={description}
      placeholder={value.length === 0 ? example : ''}
      data={[...known]}
      splitChars={[',', '、', '，']}
      maxTags={most}
      value={value}
      onChange={onChange}
      acceptValueOnBlur
    />
  );
}
