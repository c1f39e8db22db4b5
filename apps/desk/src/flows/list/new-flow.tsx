import { Button, Menu } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Empty } from '../../ui/empty.tsx';
import { useCreateFlow } from '../flows.mutations.ts';
import css from './flows-list.module.css';
import { templates } from './templates.ts';

/** A new flow from a template or from scratch. */
export function NewFlow() {
  const t = useAdminWords();
  const create = useCreateFlow();
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} stroke={2} />} loading={create.isPending}>
          {t('flows.new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {templates.map(({ id, word, text, name, icon: Icon, plan }) => (
          <Menu.Item key={id} leftSection={<Icon size={20} stroke={1.6} />} onClick={() => create.mutate(plan(t(name)))}>
            {t(word)}
            <span className={css.choiceText}>{t(text)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** While there is no flow: what one is good for, and where to begin. */
export function NoFlows({ mayWrite }: { mayWrite: boolean }) {
  const t = useAdminWords();
  const create = useCreateFlow();
  return (
    <Empty icon={IconRoute} title={t('flows.none')} text={t(mayWrite ? 'flows.none_text' : 'flows.none_read')}>
      {mayWrite && (
        <div className={css.templates}>
          {templates.map(({ id, word, text, name, icon: Icon, plan }) => (
            <button
              key={id}
              type="button"
              className={css.template}
              disabled={create.isPending}
              onClick={() => create.mutate(plan(t(name)))}
            >
              <Icon size={24} stroke={1.4} aria-hidden />
              <span className={css.templateName}>{t(word)}</span>
              <span className={css.choiceText}>{t(text)}</span>
            </button>
          ))}
        </div>
      )}
    </Empty>
  );
}
