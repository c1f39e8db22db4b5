import type { BotPolicy } from '@madoguchi/contract/checked-questions.ts';
import { IconArrowRight } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { Section } from '../../admin/section.tsx';
import css from './bot-section.module.css';

/** What the confidence beside each answer rests on, and how to make it this company's own. */
export function Confidence({ policy }: { policy: BotPolicy | undefined }) {
  const t = useAdminWords();
  const missing = policy ? Math.max(0, policy.enough - policy.checked) : 0;
  return (
    <Section title={t('bot.confidence')} text={t('bot.confidence_text')}>
      {policy && (
        <p className={css.state}>
          {policy.fittedOn === 'own'
            ? t('bot.fitted_own', { count: policy.checked })
            : t('bot.fitted_shipped', { count: policy.checked, missing })}
        </p>
      )}
      <LinkButton to="/knowledge/checked" variant="default" rightSection={<IconArrowRight size={16} stroke={1.6} />}>
        {t('bot.to_checked')}
      </LinkButton>
    </Section>
  );
}
