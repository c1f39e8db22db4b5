export { ArticlePage } from './article/article-page.tsx';
export { CheckedPage } from './checked/checked-page.tsx';
export { ImportPage } from './import/import-page.tsx';
export { KnowledgeListPage } from './list/knowledge-list-page.tsx';
export { ReportPage } from './report/report-page.tsx';
export { SynonymsPage } from './synonyms/synonyms-page.tsx';
export { UnansweredPage } from './unanswered/unanswered-page.tsx';
