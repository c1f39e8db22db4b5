import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { ProcedureRun, ProcedureStanding } from '@madoguchi/contract/procedures.ts';
import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import css from './procedure.module.css';
import { usePickProcedure } from './procedure.mutations.ts';
import { StepRow } from './step-row.tsx';

type Props = { conversation: Conversation; run: ProcedureRun; others: ProcedureStanding['others'] };

/** How far a procedure is, in one line, and its steps below it on request. What is next to do is said in the line. */
export function ProcedureCard({ conversation, run, others }: Props) {
  const t = useWords();
  const mayCheck = useCan('conversation.tag');
  const pick = usePickProcedure(conversation.id);
  const [open, setOpen] = useState(false);
  const done = run.steps.filter((one) => one.done).length;
  const all = run.steps.length;
  const next = run.steps.find((one) => !one.done);
  return (
    <section className={css.card} aria-label={t('procedure.label')} data-complete={done === all || undefined}>
      <div className={css.head}>
        <button type="button" className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconListCheck size={18} stroke={1.6} aria-hidden />
          <span className={css.name}>{run.name}</span>
          <span className={css.progress} aria-hidden>
            <span style={{ width: `${(done / all) * 100}%` }} />
          </span>
          <span className={css.count}>{t('procedure.progress', { done, all })}</span>
          <span className={css.next}>
            {next ? (
              next.step.title
            ) : (
              <span className={css.complete}>
                <IconCheck size={14} stroke={2} aria-hidden />
                {t('procedure.complete')}
              </span>
            )}
          </span>
          <IconChevronDown size={16} stroke={1.6} className={css.chevron} aria-label={t(open ? 'procedure.close' : 'procedure.open')} />
        </button>
        {mayCheck && (
          <DotsMenu label={t('procedure.more')}>
            {others.map((one) => (
              <Menu.Item key={one.id} onClick={() => pick.mutate(one.id)}>
                {one.name}
              </Menu.Item>
            ))}
            {others.length > 0 && <Menu.Divider />}
            <Menu.Item onClick={() => pick.mutate(null)}>{t('procedure.leave')}</Menu.Item>
          </DotsMenu>
        )}
      </div>
      {open && (
        <ol className={css.steps}>
          {run.steps.map((one) => (
            <StepRow key={one.step.id} conversation={conversation} standing={one} readOnly={!mayCheck} />
          ))}
        </ol>
      )}
    </section>
  );
}
