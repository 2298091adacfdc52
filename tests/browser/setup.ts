import { buildApp } from '@commands/build/build-app';
import { startServer } from '@commands/serve/start-server';
import type { TestProject } from 'vitest/node';

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
  await buildApp();
  const server = await startServer({ mounts: [{ prefix: '/', directory: 'dist' }] });
  project.provide('siteUrl', server.url);
  return () => server.close();
}
