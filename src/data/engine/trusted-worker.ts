interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/** The workers of the app: DuckDB's own script and the decoder of files. A build adds a hash to the name. */
const workerFile = /\/(?:duckdb-browser-eh|decode)\.worker(?:-[\w-]+)?\.(?:js|ts)$/;

/** @throws TypeError for any URL that is not a worker of this app on this origin */
export function checkedWorkerUrl(url: string, page: string): string {
  const { origin, pathname, href } = new URL(url, page);
  if (origin !== new URL(page).origin || !workerFile.test(pathname)) {
    throw new TypeError('not a worker of this app');
  }
  return href;
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
