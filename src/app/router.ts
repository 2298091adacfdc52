import { parseSearch, stringifySearch } from '@session/url-state';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { createElement } from 'react';
import { features } from './features';
import { NotFound } from './NotFound';
import { Screen } from './Screen';
import { ScreenError } from './ScreenError';
import { Shell } from './Shell';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: features[0]?.path ?? '/', search, replace: true });
  },
});

const screens = features.map((feature) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path: feature.path,
    component: () => createElement(Screen, { feature }),
    errorComponent: ScreenError,
  }),
);

/** The address holds the screen and its definitions after `#`: nothing of it is ever sent to a server. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, ...screens]),
  history: createHashHistory(),
  parseSearch,
  stringifySearch,
  defaultPreload: false,
});
