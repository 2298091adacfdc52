import { buildApp } from '@commands/build/build-app';
import { type RunningServer, startServer } from '@commands/serve/start-server';
import type { TestProject } from 'vitest/node';

/** One site for all projects of browser tests: each has its own setup, in one process. */
const sites: { built?: Promise<RunningServer> } = globalThis as object;

async function buildAndServe(): Promise<RunningServer> {
  await buildApp();
  return startServer({ mounts: [{ prefix: '/', directory: 'dist' }] });
}

/**
 * Builds the dashboard once for all browser tests and serves it with the headers it is shipped with. With SITE_URL
 * set, the tests visit that site instead: the one a hospital has installed, for example.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const installed = process.env.SITE_URL;
  if (installed !== undefined) {
    project.provide('siteUrl', new URL('/', installed).href);
    return undefined;
  }
  sites.built ??= buildAndServe();
  const server = await sites.built;
  project.provide('siteUrl', server.url);
  return async () => {
    if (sites.built === undefined) return;
    delete sites.built;
    await server.close();
  };
}
