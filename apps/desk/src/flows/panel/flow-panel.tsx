import { CloseButton, TextInput } from '@mantine/core';
import { IconHeadset, IconSettings } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { FaultList } from './fault-list.tsx';
import css from './panel.module.css';
import { TriggerFields } from './trigger-fields.tsx';

/** The flow as a whole: its name, what starts it, and what stands in the way of publishing. */
export function FlowPanel({ dirty, onClose }: { dirty: boolean; onClose?: () => void }) {
  const t = useAdminWords();
  const { plan, edit, readOnly } = useFlow();
  return (
    <section className={css.panel} aria-label={t('flows.panel_flow')}>
      <header className={css.head}>
        <IconSettings size={18} stroke={1.6} aria-hidden />
        <h2 className={css.title}>{t('flows.panel_flow')}</h2>
        {onClose && <CloseButton size={32} aria-label={t('flows.close')} onClick={onClose} />}
      </header>
      <div className={css.body}>
        <fieldset className={css.fields} disabled={readOnly}>
          <TextInput
            label={t('flows.name')}
            description={t('flows.name_help')}
            maxLength={100}
            value={plan.name}
            onChange={({ currentTarget: { value } }) => edit((now) => ({ ...now, name: value }), 'name')}
          />
          <TriggerFields />
        </fieldset>
        <FaultList dirty={dirty} />
        <p className={css.rule}>
          <IconHeadset size={16} stroke={1.8} aria-hidden />
          {t('flows.person_rule')}
        </p>
      </div>
    </section>
  );
}
