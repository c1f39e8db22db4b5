import { tryReplyCheck } from '@madoguchi/contract/reply-checks.ts';
import { SegmentedControl, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCircleCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { useSettled } from '../../admin/use-settled.ts';
import { call } from '../../app/client.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { findingWords } from '../../conversations/composer/check/finding-words.ts';
import css from './reply-checks.module.css';

const toLocale = (value: string) => (value === 'en' ? 'en' : 'ja');

/** A text as it would be as a reply, and what would be said of it. */
export function TryCheck({ rules }: { rules: string }) {
  const t = useAdminWords();
  const said = useWords();
  const [locale, setLocale] = useState(useLocale());
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? t(locale === 'ja' ? 'checks.try_example_ja' : 'checks.try_example_en');
  const asked = useSettled(shown, 400);
  const { data } = useQuery({
    queryKey: ['reply-check', 'try', rules, locale, asked],
    queryFn: () => call(tryReplyCheck, { body: { text: asked, locale } }),
    placeholderData: keepPreviousData,
  });
  const findings = data?.findings ?? [];
  return (
    <Section title={t('checks.try')} text={t('checks.try_text')}>
      <SegmentedControl
        mb={8}
        aria-label={t('checks.try_language')}
        value={locale}
        data={[
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(value) => setLocale(toLocale(value))}
      />
      <Textarea
        aria-label={t('checks.try')}
        autosize
        minRows={4}
        maxRows={10}
        maxLength={5000}
        lang={locale}
        value={shown}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={css.findings} aria-live="polite">
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.from}`} className={css.finding} data-weight={finding.weight}>
            {finding.weight === 'warning' ? <IconAlertTriangle size={16} stroke={1.8} /> : <IconBulb size={16} stroke={1.8} />}
            <span>
              {findingWords(said, finding)}
              {finding.instead && <strong> → {finding.instead}</strong>}
            </span>
          </li>
        ))}
        {data && findings.length === 0 && (
          <li className={css.finding} data-weight="fine">
            <IconCircleCheck size={16} stroke={1.8} />
            <span>{t('checks.try_fine')}</span>
          </li>
        )}
      </ul>
    </Section>
  );
}
