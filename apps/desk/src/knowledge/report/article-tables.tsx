import { Link } from '@tanstack/react-router';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';
import css from './report.module.css';
import type { ArticleFigures, NeverFound, Report } from './report.queries.ts';
import { type Column, ReportTable } from './report-table.tsx';
import { shareOf, unhelpful } from './unhelpful.ts';

type Figure = 'views' | 'yes' | 'no' | 'answered' | 'solved';
const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`);
const rounded = (share: number | null) => (share === null ? '' : Math.round(share * 1000) / 1000);

/** Which articles did not help, what each solved, and which nobody found. */
export function ArticleTables({ report, days }: { report: Report; days: number }) {
  const t = useAdminWords();
  const title: Column<NeverFound> = {
    name: t('report.question'),
    show: ({ id, question }) => (
      <Link to="/knowledge/$articleId" params={{ articleId: id }} className={css.link}>
        {question}
      </Link>
    ),
    csv: ({ question }) => question,
  };
  const language: Column<NeverFound> = {
    name: t('report.language'),
    show: ({ locale }) => t(`report.lang_${locale}`),
    csv: ({ locale }) => t(`report.lang_${locale}`),
  };
  const figure = (of: Figure): Column<ArticleFigures> => ({
    name: t(`report.${of}`),
    help: t(`report.${of}_help`),
    isNumber: true,
    show: (row) => row[of].toLocaleString(),
    csv: (row) => row[of],
  });
  const share = (key: 'no_share' | 'solved_share', of: (row: ArticleFigures) => number | null): Column<ArticleFigures> => ({
    name: t(`report.${key}` satisfies AdminKey),
    help: t(`report.${key}_help`),
    isNumber: true,
    show: (row) => percent(of(row)),
    csv: (row) => rounded(of(row)),
  });
  const byId = ({ id }: { id: string }) => id;
  return (
    <>
      <ReportTable
        title={t('report.unhelpful')}
        help={t('report.unhelpful_help')}
        none={t('report.unhelpful_none')}
        fileName={`rated-no-${days}d.csv`}
        rows={unhelpful(report.articles)}
        rowKey={byId}
        columns={[title, figure('no'), figure('yes'), share('no_share', ({ yes, no }) => shareOf(no, yes + no))]}
      />
      <ReportTable
        title={t('report.never')}
        help={t('report.never_help')}
        none={t('report.never_none')}
        fileName={`never-found-${days}d.csv`}
        rows={report.neverFound}
        rowKey={byId}
        columns={[title, language]}
      />
      <ReportTable
        title={t('report.articles')}
        help={t('report.articles_help')}
        none={t('report.articles_none')}
        fileName={`articles-${days}d.csv`}
        rows={report.articles}
        rowKey={byId}
        columns={[
          title,
          figure('views'),
          figure('answered'),
          figure('solved'),
          share('solved_share', ({ answered, solved }) => shareOf(solved, answered)),
        ]}
      />
    </>
  );
}
