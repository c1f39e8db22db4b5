import { renderFeed } from './machine/feed.ts';
import { renderSitemap } from './machine/sitemap.ts';
import { markdownToText, renderMarkdown } from './markdown/markdown.ts';
import { renderArticle } from './pages/article.tsx';
import { renderCategory } from './pages/category.tsx';
import { renderContactForm } from './pages/contact-form.tsx';
import { renderError } from './pages/error.tsx';
import { renderFaq } from './pages/faq.tsx';
import { renderFormReceived } from './pages/form-received.tsx';
import { renderHome } from './pages/home.tsx';
import { renderInquiry } from './pages/inquiry.tsx';
import { renderNotFound } from './pages/not-found.tsx';
import { renderSearch } from './pages/search.tsx';
import { renderSurvey } from './pages/survey.tsx';
import './styles/portal.css';

/** Named in the same way as in portal.types.ts, which the server reads: the built file has no types of its own. */
export {
  markdownToText,
  renderArticle,
  renderCategory,
  renderContactForm,
  renderError,
  renderFaq,
  renderFeed,
  renderFormReceived,
  renderHome,
  renderInquiry,
  renderMarkdown,
  renderNotFound,
  renderSearch,
  renderSitemap,
  renderSurvey,
};
