import type { SpamFilter } from '@madoguchi/contract/spam.ts';
import { Switch } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { Section } from '../../admin/section.tsx';
import css from './spam.module.css';
import { useSwitchFilter } from './spam.mutations.ts';

/** On or off, what it rests on, and how well it does: counted, not promised. */
export function FilterCard({ filter }: { filter: SpamFilter }) {
  const t = useAdminWords();
  const switching = useSwitchFilter();
  const { on, learned, needed, caught, wrong, measured } = filter;
  const isSafe = measured === null || measured.threshold <= 1;
  return (
    <Section title={t('spam.filter')} text={t('spam.filter_text')}>
      <div className={css.card}>
        <Switch
          className={css.switch}
          checked={on}
          disabled={switching.isPending}
          onChange={(event) => switching.mutate(event.currentTarget.checked)}
          label={t('spam.on')}
        />
        <dl className={css.figures}>
          <dt>{t('spam.learned')}</dt>
          <dd>
            {t('spam.learned_value', learned)}
            {!measured && <small>{t('spam.waits', { needed })}</small>}
          </dd>
          <dt>{t('spam.caught')}</dt>
          <dd>{t('spam.caught_value', { caught, wrong })}</dd>
          {measured && (
            <>
              <dt>{t('spam.measured')}</dt>
              <dd>
                {isSafe ? t('spam.measured_value', measured) : t('spam.not_safe')}
                <small>{t('spam.measured_text')}</small>
              </dd>
            </>
          )}
        </dl>
        <LinkButton variant="default" to="/" search={{ view: 'spam' }} className={css.open}>
          {t('spam.open_view')}
        </LinkButton>
      </div>
    </Section>
  );
}
