interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/** The workers of the app: DuckDB's own script, the decoder, the self-check, statistics. A build adds a hash to the name. */
const workerFile = /\/(?:duckdb-browser-eh|decode|egress|statistics)\.worker(?:-[\w-]+)?\.(?:js|ts)$/;

/** @throws TypeError for any URL that is not a worker of this app on this origin */
export function checkedWorkerUrl(url: string, page: string): string {
  const asked = new URL(url, page);
  const { origin, protocol } = new URL(page);
  // A `blob:` URL carries the origin of the page that made it, and its content can be anything.
  if (asked.origin !== origin || asked.protocol !== protocol || !workerFile.test(asked.pathname)) {
    throw new TypeError('not a worker of this app');
  }
  return asked.href;
}

let policy: { createScriptURL(url: string): unknown } | null = null;

/**
 * Starts a worker of the app. The only place that makes a worker, and the only Trusted Types policy (`app-worker`),
 * because the page's Content-Security-Policy allows one policy of that name and refuses every other script URL.
 */
export function startWorker(url: string, options: WorkerOptions = {}): Worker {
  const rules = { createScriptURL: (asked: string) => checkedWorkerUrl(asked, location.href) };
  const factory = (globalThis as { readonly trustedTypes?: TrustedTypesFactory }).trustedTypes;
  policy ??= factory?.createPolicy('app-worker', rules) ?? rules;
  return new Worker(policy.createScriptURL(url) as string, options);
}
