import { securityHeaders } from './security-headers';

/** How one header came with one response. */
export type HeaderState = 'shipped' | 'other-value' | 'absent';

/** One header of the release, as it came with the page and with the scripts of workers. */
export interface HeaderReading {
  readonly name: string;
  readonly shipped: string;
  /** As it came with the page; `null` when it did not. */
  readonly onPage: string | null;
  readonly page: HeaderState;
  /** The worst of the workers' scripts: each takes its policy from its own script's response. */
  readonly workers: HeaderState;
}

/** The responses to judge: what the page was, and the scripts of its workers. */
export interface SiteResponses {
  readonly page: Headers;
  readonly workers: readonly Headers[];
}

/**
 * Asks the site once more for the headers of the page and of workers' scripts. The scripts are asked for as the browser
 * keeps them: an old copy in its cache still has the headers it came with.
 *
 * @throws TypeError when the site does not answer
 */
export async function readSiteResponses(workerAddresses: readonly string[]): Promise<SiteResponses> {
  const pageAddress = new URL(location.pathname, location.href).href;
  const [page, ...workers] = await Promise.all([
    fetch(pageAddress, { method: 'HEAD', cache: 'no-store' }),
    ...workerAddresses.map((address) => fetch(address, { method: 'HEAD' })),
  ]);
  return { page: page.headers, workers: workers.map(({ headers }) => headers) };
}

const order: readonly HeaderState[] = ['absent', 'other-value', 'shipped'];

/** Compares the headers that came with those of the release. */
export function readHeaders({ page, workers }: SiteResponses): readonly HeaderReading[] {
  return securityHeaders.map(([name, shipped]): HeaderReading => {
    const state = (headers: Headers): HeaderState => {
      const value = headers.get(name);
      if (value === null) return 'absent';
      return value === shipped ? 'shipped' : 'other-value';
    };
    const states = workers.map(state);
    return {
      name,
      shipped,
      onPage: page.get(name),
      page: state(page),
      workers: order.find((one) => states.includes(one)) ?? 'absent',
    };
  });
}
