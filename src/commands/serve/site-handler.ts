import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Header } from '@data/egress/security-headers';
import { cacheControlOf } from './cache-control';
import { compressedKinds, contentTypeOf, fileKind } from './content-type';
import { type Mount, openSiteFile, pathOnDisk } from './site-file';

export interface Site {
  readonly mounts: readonly Mount[];
  readonly headers: readonly Header[];
  /** The names this server answers to; `undefined` answers to any. Refuses pages that rebind their name to loopback. */
  readonly hostNames: ReadonlySet<string> | undefined;
}

/** Answers GET and HEAD from the mounted folders; every answer, errors included, carries the site's headers. */
export function siteHandler(site: Site): RequestListener {
  return (request, response) => {
    for (const [name, value] of site.headers) response.setHeader(name, value);
    answer(site, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Internal Server Error');
    });
  };
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (site.hostNames !== undefined && !site.hostNames.has(hostName(request))) {
    return refuse(response, 421, 'Misdirected Request');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Method Not Allowed');
  }
  const urlPath = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  const path = pathOnDisk(urlPath, site.mounts);
  const file = path && (await openSiteFile(path, String(request.headers['accept-encoding'] ?? '')));
  if (!path || !file) return refuse(response, 404, 'Not Found');

  try {
    const unchanged = request.headers['if-none-match']?.split(/\s*,\s*/).includes(file.etag) === true;
    response.statusCode = unchanged ? 304 : 200;
    response.setHeader('ETag', file.etag);
    response.setHeader('Cache-Control', cacheControlOf(urlPath, response.statusCode));
    if (compressedKinds.has(fileKind(path))) response.setHeader('Vary', 'Accept-Encoding');
    if (unchanged) return void response.end();
    response.setHeader('Content-Type', contentTypeOf(path));
    response.setHeader('Content-Length', file.bytes);
    if (file.encoding !== undefined) response.setHeader('Content-Encoding', file.encoding);
    if (request.method === 'HEAD') return void response.end();
    await pipeline(file.handle.createReadStream({ autoClose: false, highWaterMark: 1 << 18 }), response);
  } finally {
    await file.handle.close();
  }
}

function hostName(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.statusCode = status;
  response.setHeader('Cache-Control', cacheControlOf('', status));
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${reason}\n`);
}
