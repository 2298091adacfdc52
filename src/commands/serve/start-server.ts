import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Header, securityHeaders } from '@data/egress/security-headers';
import type { Mount } from './site-file';
import { siteHandler } from './site-handler';

export interface ServerOptions {
  /** Folders and the paths they are shown under. */
  readonly mounts: readonly Mount[];
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** How many ports after a taken one are tried; 0 makes a taken port an error. */
  readonly portsToTry?: number;
  /** For tests of what happens without them; the command always sends the full set. */
  readonly headers?: readonly Header[];
}

export interface RunningServer {
  /** Ends with a slash. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Serves folders over HTTP with the full header set on every response.
 *
 * @throws the system's error when no port can be had
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { mounts, host = '127.0.0.1', port = 0, portsToTry = 0, headers = securityHeaders } = options;
  const anyName = host === '0.0.0.0' || host === '::';
  const server = createServer(
    siteHandler({ mounts, headers, hostNames: anyName ? undefined : new Set([...loopbackNames, host]) }),
  );
  const bound = await listen(server, host, port, port + portsToTry);
  return {
    url: `http://${anyName ? '127.0.0.1' : host}:${bound}/`,
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, host: string, port: number, lastPort: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || port === 0 || port >= lastPort) throw error;
    return listen(server, host, port + 1, lastPort);
  }
  return (server.address() as AddressInfo).port;
}
