import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { InboxScreen } from '../features/inbox/inbox-screen.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => <Navigate to="/inbox/$view" params={{ view: 'mine' }} />,
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/inbox/$view" params={{ view: 'mine' }} />,
});
const inbox = createRoute({ getParentRoute: () => root, path: '/inbox/$view', component: InboxScreen });
const conversation = createRoute({
  getParentRoute: () => root,
  path: '/inbox/$view/$conversationId',
  component: InboxScreen,
});
const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  component: lazyRouteComponent(
    () => import('../features/knowledge/knowledge-screen.tsx'),
    'KnowledgeScreen',
  ),
});
const importing = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/import',
  component: lazyRouteComponent(() => import('../features/knowledge/import-screen.tsx'), 'ImportScreen'),
});
const answerLine = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/answer-line',
  component: lazyRouteComponent(
    () => import('../features/answer-line/answer-line-screen.tsx'),
    'AnswerLineScreen',
  ),
});
const article = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/$articleId',
  component: lazyRouteComponent(() => import('../features/knowledge/article-screen.tsx'), 'ArticleScreen'),
});
const golden = createRoute({
  getParentRoute: () => root,
  path: '/learning/golden',
  component: lazyRouteComponent(() => import('../features/golden/golden-screen.tsx'), 'GoldenScreen'),
});
const gaps = createRoute({
  getParentRoute: () => root,
  path: '/learning/gaps',
  component: lazyRouteComponent(() => import('../features/gaps/gaps-screen.tsx'), 'GapsScreen'),
});
const gap = createRoute({
  getParentRoute: () => root,
  path: '/learning/gaps/$gapId',
  component: lazyRouteComponent(() => import('../features/gaps/gaps-screen.tsx'), 'GapsScreen'),
});
const outcomes = createRoute({
  getParentRoute: () => root,
  path: '/learning/outcomes',
  component: lazyRouteComponent(() => import('../features/outcomes/outcomes-screen.tsx'), 'OutcomesScreen'),
});
const macros = createRoute({
  getParentRoute: () => root,
  path: '/macros',
  component: lazyRouteComponent(() => import('../features/macros-admin/macros-screen.tsx'), 'MacrosScreen'),
});
const team = createRoute({
  getParentRoute: () => root,
  path: '/team',
  component: lazyRouteComponent(() => import('../features/team/team-screen.tsx'), 'TeamScreen'),
});
const policy = createRoute({
  getParentRoute: () => root,
  path: '/policy',
  component: lazyRouteComponent(() => import('../features/policy/policy-screen.tsx'), 'PolicyScreen'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
});
const model = createRoute({
  getParentRoute: () => root,
  path: '/settings/model',
  component: lazyRouteComponent(() => import('../features/model/model-screen.tsx'), 'ModelScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    inbox,
    conversation,
    importing,
    answerLine,
    knowledge,
    article,
    gaps,
    gap,
    golden,
    outcomes,
    macros,
    team,
    policy,
    model,
    settings,
  ]),
  basepath: '/console',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
