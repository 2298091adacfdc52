import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { siteHandler } from '@commands/serve/site-handler';
import type { Header } from '@data/egress/security-headers';

/** A site that is served as a mistaken server serves it. */
export interface UnevenSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder with headers that differ from path to path. */
export async function startUnevenSite(
  directory: string,
  headersOf: (path: string) => readonly Header[],
): Promise<UnevenSite> {
  const mounts = [{ prefix: '/', directory }];
  const server = createServer((request, response) => {
    const headers = headersOf(request.url ?? '/');
    siteHandler({ mounts, headers, hostNames: undefined })(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
