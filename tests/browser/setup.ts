import { existsSync } from 'node:fs';
import { buildApp } from '@commands/build/build-app';
import { startServer } from '@commands/serve/start-server';
import type { TestProject } from 'vitest/node';

/** Builds the dashboard once for all browser tests, and serves it with the headers it is shipped with. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (existsSync('index.html')) await buildApp();
  const server = await startServer({ mounts: [{ prefix: '/', directory: 'dist' }] });
  project.provide('siteUrl', server.url);
  return () => server.close();
}
