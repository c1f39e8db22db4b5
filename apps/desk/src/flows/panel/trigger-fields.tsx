import type { FlowTrigger } from '@madoguchi/contract/flows.ts';
import { ActionIcon, Button, Menu, Select, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { ArticleSelect } from './article-select.tsx';
import css from './panel.module.css';

const begun: Record<FlowTrigger['kind'], FlowTrigger> = {
  words: { kind: 'words', words: [] },
  page: { kind: 'page', contains: '' },
  channel: { kind: 'channel', channel: 'chat' },
  article: { kind: 'article', articleId: '' },
};
const kinds = ['words', 'page', 'channel', 'article'] as const;
const MOST = 20;

/** What starts the flow: any one of the rows. */
export function TriggerFields() {
  const t = useAdminWords();
  const { plan, edit } = useFlow();
  const { triggers } = plan;
  const rows = triggers.map((trigger, at) => ({ trigger, at, id: `trigger:${at}` }));
  const put = (next: FlowTrigger[], key?: string) => edit((now) => ({ ...now, triggers: next }), key ?? null);
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t('flows.triggers')}</legend>
      <p className={css.hint}>{t(triggers.length === 0 ? 'flows.triggers_none' : 'flows.triggers_help')}</p>
      {rows.map(({ trigger, at, id }) => (
        <div key={id} className={css.row}>
          <div className={css.rowHead}>
            <span className={css.rowName}>{t(`flows.kind_${trigger.kind}_text`)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={t('flows.trigger_remove')}
              onClick={() => put(triggers.filter((one) => one !== trigger))}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </div>
          <OneTrigger trigger={trigger} onChange={(next) => put(triggers.with(at, next), id)} />
        </div>
      ))}
      <Menu position="bottom-start" width={320}>
        <Menu.Target>
          <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.6} />} disabled={triggers.length >= MOST}>
            {t('flows.trigger_add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => put([...triggers, begun[kind]])}>
              {t(`flows.kind_${kind}`)}
              <span className={css.hint} style={{ display: 'block' }}>
                {t(`flows.kind_${kind}_text`)}
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </fieldset>
  );
}

function OneTrigger({ trigger, onChange }: { trigger: FlowTrigger; onChange: (trigger: FlowTrigger) => void }) {
  const t = useAdminWords();
  switch (trigger.kind) {
    case 'words':
      return (
        <TagsInput
          aria-label={t('flows.words_label')}
          placeholder={trigger.words.length === 0 ? t('flows.words_example') : ''}
          splitChars={[',', '、', '，', '\n', '\t']}
          acceptValueOnBlur
          maxTags={50}
          autoComplete="off"
          value={trigger.words}
          onKeyDown={(event) => event.nativeEvent.isComposing && event.stopPropagation()}
          onChange={(words) => onChange({ kind: 'words', words: words.map((word) => word.trim().slice(0, 60)).filter(Boolean) })}
        />
      );
    case 'page':
      return (
        <TextInput
          aria-label={t('flows.page_label')}
          placeholder="/returns"
          maxLength={300}
          value={trigger.contains}
          onChange={(event) => onChange({ kind: 'page', contains: event.currentTarget.value })}
        />
      );
    case 'channel':
      return (
        <Select
          aria-label={t('flows.channel_label')}
          allowDeselect={false}
          value={trigger.channel}
          data={(['chat', 'form'] as const).map((channel) => ({ value: channel, label: t(`flows.channel_${channel}`) }))}
          onChange={(channel) => onChange({ kind: 'channel', channel: channel === 'form' ? 'form' : 'chat' })}
        />
      );
    case 'article':
      return <ArticleSelect value={trigger.articleId} onChange={(articleId) => onChange({ kind: 'article', articleId })} />;
  }
}
