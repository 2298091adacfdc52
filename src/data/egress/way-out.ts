/** Ways out of the page that code in it can take. */
export const pageWays = [
  'fetch',
  'xhr',
  'beacon',
  'websocket',
  'event-source',
  'image',
  'script',
  'stylesheet',
  'font',
  'media',
  'frame',
  'prefetch',
  'text-worker',
  'form',
  'popup',
  'navigation',
  'download',
  'webrtc',
  'webtransport',
  'frame-webrtc',
] as const;

/** Ways out of a worker, tried in a worker of the app's own. */
export const workerWays = ['worker-fetch', 'worker-xhr', 'worker-websocket', 'worker-event-source'] as const;

/** Ways out that SQL offers, tried in the engine itself. */
export const engineWays = ['sql-read', 'sql-table', 'sql-attach', 'sql-copy', 'sql-extension'] as const;

export type PageWay = (typeof pageWays)[number];
export type WorkerWay = (typeof workerWays)[number];
export type EngineWay = (typeof engineWays)[number];
export type WayOut = PageWay | WorkerWay | EngineWay;

/**
 * How a refusal is known. `policy`: the browser reported a violation of the enforced content security policy;
 * `trusted-types`: of its Trusted Types; `guard`: the page's own listener stopped the navigation; `sandbox`: the page
 * stands in a sandbox and the attempt came to nothing; `removed`: the constructor is gone from the page;
 * `lock`: the engine answered with a permission error; `allowlist`: the site sends Connection-Allowlist to a browser that
 * obeys it.
 */
export type Evidence = 'policy' | 'trusted-types' | 'guard' | 'sandbox' | 'removed' | 'lock' | 'allowlist';

export type Verdict =
  | { readonly kind: 'refused'; readonly by: Evidence }
  /** Nothing was seen to refuse it. */
  | { readonly kind: 'open' }
  /** This browser has no such way. */
  | { readonly kind: 'unsupported' };

/** What became of one way out. */
export interface Trial {
  readonly way: WayOut;
  readonly verdict: Verdict;
}

/** What this browser and this page are, as far as it decides which ways are closed. */
export interface Surroundings {
  /** HTTPS or loopback: browsers ignore some of the headers elsewhere. */
  readonly secureContext: boolean;
  readonly crossOriginIsolated: boolean;
  readonly sandboxed: boolean;
  readonly knowsTrustedTypes: boolean;
  /** Chromium 152 and later. */
  readonly knowsAllowlist: boolean;
}

/** Where a way out begins. */
export function waysFrom(way: WayOut): 'page' | 'worker' | 'engine' {
  if (pageWays.some((one) => one === way)) return 'page';
  return workerWays.some((one) => one === way) ? 'worker' : 'engine';
}
