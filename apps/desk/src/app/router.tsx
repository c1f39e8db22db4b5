import { ProblemError } from '@madoguchi/client/client.ts';
import type { View } from '@madoguchi/contract/conversations.ts';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { type KeptSearch, keptSearch } from '../board/kept/kept-search.ts';
import { views } from '../conversations/views.ts';
import { type SearchParams, searchParams } from '../search/search-params.ts';
import { type SurveySearch, surveySearch } from '../surveys/survey-search.ts';
import { BootFailure } from './boot-failure.tsx';
import { meQuery } from './me.ts';
import { NotFound } from './not-found.tsx';
import { queryClient } from './query-client.ts';
import { onSessionEnded } from './session.ts';
import { Shell } from './shell.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: BootFailure });

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // next: where to go afterwards · ended: the session ran out while working
  validateSearch: (search: Record<string, unknown>): { next?: string; ended?: boolean; single?: string; signedOut?: boolean } => ({
    next: text(search.next),
    ended: search.ended === true || undefined,
    // Why signing in by the identity provider did not work.
    single: text(search.single),
    // Back from having signed out at the identity provider too.
    signedOut: search.signedOut === true || undefined,
  }),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/setup-page.tsx'), 'SetupPage'),
});

/** Everything below needs a session. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) throw redirect({ to: '/sign-in', search: { next: location.href } });
      throw error;
    }
  },
  pendingComponent: ShellSkeleton,
  pendingMs: 150,
  component: Shell,
});

const conversations = createRoute({
  getParentRoute: () => signedIn,
  id: 'conversations',
  // view: which list · q: what was searched for. Both live in the address, so that a reload or a shared link shows the same.
  // field, value: by which field of the company's own the list is narrowed down.
  validateSearch: (search: Record<string, unknown>): { view?: View; q?: string; field?: string; value?: string } => ({
    view: views.find(({ name }) => name === search.view)?.name,
    q: text(search.q),
    field: text(search.field),
    // A number that is a value reads as a number in an address.
    value: typeof search.value === 'number' ? String(search.value) : text(search.value),
  }),
  component: lazyRouteComponent(() => import('../conversations/conversations-page.tsx'), 'ConversationsPage'),
});
const conversationNone = createRoute({ getParentRoute: () => conversations, path: '/' });
const conversationOne = createRoute({ getParentRoute: () => conversations, path: '/c/$conversationId' });

const search = createRoute({
  getParentRoute: () => signedIn,
  path: '/search',
  validateSearch: (asked: Record<string, unknown>): SearchParams => searchParams(asked),
  component: lazyRouteComponent(() => import('../search/search-page.tsx'), 'SearchPage'),
});

const boardPages = () => import('../board/board-pages.tsx');
const board = createRoute({ getParentRoute: () => signedIn, path: '/board', component: lazyRouteComponent(boardPages, 'BoardPage') });
const kept = createRoute({
  getParentRoute: () => signedIn,
  path: '/board/promises',
  // What is looked at lives in the address, so that a reload or a shared link shows the same.
  validateSearch: (search: Record<string, unknown>): KeptSearch => keptSearch(search),
  component: lazyRouteComponent(boardPages, 'KeptPage'),
});
const wallboard = createRoute({
  getParentRoute: () => signedIn,
  path: '/board/wall',
  component: lazyRouteComponent(boardPages, 'WallboardPage'),
});

const customersPages = () => import('../customers/customers-pages.tsx');
const customers = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers',
  component: lazyRouteComponent(customersPages, 'CustomersPage'),
});
const organizations = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/organizations',
  component: lazyRouteComponent(customersPages, 'OrganizationsPage'),
});
const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/organizations/$organizationId',
  component: lazyRouteComponent(customersPages, 'OrganizationPage'),
});
const customer = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/$customerId',
  component: lazyRouteComponent(customersPages, 'CustomerPage'),
});

const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../commerce/order-page.tsx'), 'OrderPage'),
});

const knowledgePages = () => import('../knowledge/knowledge-pages.tsx');
const knowledge = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge',
  component: lazyRouteComponent(knowledgePages, 'KnowledgeListPage'),
});
const article = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/$articleId',
  component: lazyRouteComponent(knowledgePages, 'ArticlePage'),
});
const imports = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/import',
  component: lazyRouteComponent(knowledgePages, 'ImportPage'),
});
const unanswered = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/unanswered',
  component: lazyRouteComponent(knowledgePages, 'UnansweredPage'),
});
const synonyms = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/synonyms',
  component: lazyRouteComponent(knowledgePages, 'SynonymsPage'),
});
const checked = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/checked',
  component: lazyRouteComponent(knowledgePages, 'CheckedPage'),
});
const knowledgeReport = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/report',
  component: lazyRouteComponent(knowledgePages, 'ReportPage'),
});
const flows = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/flows',
  component: lazyRouteComponent(() => import('../flows/list/flows-page.tsx'), 'FlowsPage'),
});
const flow = createRoute({
  getParentRoute: () => signedIn,
  path: '/knowledge/flows/$flowId',
  component: lazyRouteComponent(() => import('../flows/editor/flow-page.tsx'), 'FlowPage'),
});

const surveys = createRoute({
  getParentRoute: () => signedIn,
  path: '/surveys',
  // What is looked at lives in the address, so that a reload or a shared link shows the same.
  validateSearch: (search: Record<string, unknown>): SurveySearch => surveySearch(search),
  component: lazyRouteComponent(() => import('../surveys/surveys-page.tsx'), 'SurveysPage'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/$',
  component: lazyRouteComponent(() => import('../settings/settings-pages.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setup,
    signedIn.addChildren([
      conversations.addChildren([conversationNone, conversationOne]),
      search,
      board,
      kept,
      wallboard,
      customers,
      customer,
      organizations,
      organization,
      order,
      knowledge,
      article,
      imports,
      unanswered,
      synonyms,
      checked,
      knowledgeReport,
      flows,
      flow,
      surveys,
      settings,
    ]),
  ]),
  basepath: '/desk',
  defaultPreload: 'intent',
  defaultErrorComponent: BootFailure,
  scrollRestoration: false,
});

onSessionEnded(() => {
  const here = router.state.location;
  // Whoever has not signed in yet is led there by the route itself: nothing has ended.
  if (here.pathname === '/sign-in' || here.pathname === '/setup' || !queryClient.getQueryData(meQuery.queryKey)) return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: here.href, ended: true } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
