import { readFile } from 'node:fs/promises';

/** One request as the browser's own network log has it: below the page, its workers and any test tool. */
export interface LoggedRequest {
  readonly url: string;
  /** The origin that asked, `not an origin` for the browser itself and for addresses typed by a person. */
  readonly initiator: string;
  /** The site in whose name it was sent. */
  readonly site: string;
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

export const netLogFlags = (path: string): readonly string[] => [`--log-net-log=${path}`];

/** The requests of a finished browser, in their order. */
export async function readNetLog(path: string): Promise<readonly LoggedRequest[]> {
  const { constants, events }: NetLog = JSON.parse(await readFile(path, 'utf8'));
  return events.flatMap(({ type, params }) =>
    type === constants.logEventTypes.URL_REQUEST_START_JOB && typeof params?.url === 'string'
      ? [
          {
            url: params.url,
            initiator: String(params.initiator),
            site: String(params.network_isolation_key).split(' ')[0] ?? '',
          },
        ]
      : [],
  );
}

/**
 * The requests that a site caused and that did not go to it. What a browser asks for itself (its updates, the
 * account of its user) has another site or none, and is the business of whoever runs the browser.
 */
export function requestsLeaving(requests: readonly LoggedRequest[], siteUrl: string): readonly string[] {
  const { origin, protocol, hostname } = new URL(siteUrl);
  return requests
    .filter(({ initiator, site }) => initiator === origin || site === `${protocol}//${hostname}`)
    .map(({ url }) => url)
    .filter((url) => new URL(url).origin !== origin);
}
