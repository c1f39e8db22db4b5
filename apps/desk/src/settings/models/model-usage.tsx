import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { ModelOutcome, modelUsage } from '@madoguchi/contract/models.ts';
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type AdminKey, type AdminWords, useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { useLocale } from '../../app/locale.tsx';
import { Loaded } from '../loaded.tsx';
import { modelUsageQuery } from '../settings.queries.ts';
import css from './models-section.module.css';
import { money } from './models-values.ts';

type Usage = OutputOf<typeof modelUsage>;

const outcomes: Record<ModelOutcome, AdminKey> = {
  ok: 'models.outcome.ok',
  timeout: 'models.outcome.timeout',
  refused: 'models.outcome.refused',
  error: 'models.outcome.error',
  unmatched: 'models.outcome.unmatched',
  bad_answer: 'models.outcome.bad_answer',
};
const purposes: Readonly<Record<string, AdminKey>> = {
  answer: 'models.purpose.answer',
  embed_article: 'embed.purpose.article',
  embed_question: 'embed.purpose.question',
  test: 'models.purpose.test',
};

const purposeWord = (t: AdminWords, purpose: string): string => {
  const word = purposes[purpose];
  return word ? t(word) : purpose;
};

/** What was asked of the model in the last 30 days, what it cost, and how often the article had to do. */
export function ModelUsage({ priced }: { priced: boolean }) {
  const t = useAdminWords();
  const query = useQuery(modelUsageQuery);
  return (
    <Section title={t('models.usage')}>
      <Loaded query={query} height={160}>
        {(usage) =>
          usage.total.calls === 0 ? <p className={css.note}>{t('models.usage_none')}</p> : <Figures usage={usage} priced={priced} />
        }
      </Loaded>
    </Section>
  );
}

function Figures({ usage, priced }: { usage: Usage; priced: boolean }) {
  const t = useAdminWords();
  const locale = useLocale();
  const count = (value: number) => value.toLocaleString(locale);
  const cost = (value: number) => (priced || value > 0 ? money(value, usage.currency, locale) : '–');
  const fellBack = usage.outcomes.reduce((sum, { outcome, calls }) => sum + (outcome === 'ok' ? 0 : calls), 0);
  const date = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' });
  return (
    <div className={css.usage}>
      <dl className={css.totals}>
        <Total name={t('models.usage_calls')} value={count(usage.total.calls)} />
        <Total name={t('models.usage_fell_back')} value={count(fellBack)} />
        <Total name={t('models.usage_tokens')} value={`${count(usage.total.tokensIn)} / ${count(usage.total.tokensOut)}`} />
        <Total name={t('models.usage_cost')} value={priced || usage.total.cost > 0 ? cost(usage.total.cost) : t('models.usage_no_price')} />
      </dl>
      {usage.outcomes.length > 0 && (
        <p className={css.note}>
          {t('models.outcomes')}: {usage.outcomes.map(({ outcome, calls }) => `${t(outcomes[outcome])} ${count(calls)}`).join(' · ')}
        </p>
      )}
      <Table.ScrollContainer minWidth={440}>
        <Table className={css.days}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('models.usage_day')}</Table.Th>
              <Table.Th>{t('models.usage_purpose')}</Table.Th>
              <Table.Th>{t('models.usage_calls')}</Table.Th>
              <Table.Th>{t('models.usage_tokens')}</Table.Th>
              <Table.Th>{t('models.usage_cost')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {usage.days.map((row) => (
              <Table.Tr key={`${row.day} ${row.purpose}`}>
                <Table.Td>{date.format(new Date(`${row.day}T00:00:00Z`))}</Table.Td>
                <Table.Td>{purposeWord(t, row.purpose)}</Table.Td>
                <Table.Td>{count(row.calls)}</Table.Td>
                <Table.Td>
                  {count(row.tokensIn)} / {count(row.tokensOut)}
                </Table.Td>
                <Table.Td>{cost(row.cost)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

const Total = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
