import type { HeaderReading } from './site-headers';
import type { Surroundings, Trial, WayOut } from './way-out';

/**
 * What keeps rows in the page, in the order in which a fault explains the ones after it: a site without headers misses
 * almost all of them, and the first is what to mend.
 */
export const protections = [
  'secure-context',
  'policy',
  'worker-policy',
  'headers',
  'sandbox',
  'trusted-types',
  'isolation',
  'allowlist',
  'guard',
  'constructors',
  'engine-lock',
] as const;

export type Protection = (typeof protections)[number];

/** `unknown-here`: the site does its part, and this browser does not know the protection. */
export type ProtectionState = 'in-place' | 'missing' | 'unknown-here';

export interface ProtectionReading {
  readonly protection: Protection;
  readonly state: ProtectionState;
  /** The ways that stand open because of it; headers that are absent. */
  readonly open: readonly string[];
}

/** Which protection is at fault when a way out stands open. */
const closing: Readonly<Record<WayOut, Protection>> = {
  fetch: 'policy',
  xhr: 'policy',
  beacon: 'policy',
  websocket: 'policy',
  'event-source': 'policy',
  image: 'policy',
  script: 'policy',
  stylesheet: 'policy',
  font: 'policy',
  media: 'policy',
  frame: 'policy',
  prefetch: 'policy',
  'text-worker': 'policy',
  form: 'policy',
  popup: 'sandbox',
  navigation: 'guard',
  download: 'guard',
  webrtc: 'constructors',
  webtransport: 'constructors',
  'frame-webrtc': 'allowlist',
  'worker-fetch': 'worker-policy',
  'worker-xhr': 'worker-policy',
  'worker-websocket': 'worker-policy',
  'worker-event-source': 'worker-policy',
  'sql-read': 'engine-lock',
  'sql-table': 'engine-lock',
  'sql-attach': 'engine-lock',
  'sql-copy': 'engine-lock',
  'sql-extension': 'engine-lock',
};

/** What was found out about this page, before it is judged. */
export interface Findings {
  readonly surroundings: Surroundings;
  readonly headers: readonly HeaderReading[];
  readonly trials: readonly Trial[];
}

/** Judges each protection by what the ways out that it closes did, and by the headers that came. */
export function judgeProtections({ surroundings, headers, trials }: Findings): readonly ProtectionReading[] {
  const absent = headers
    .filter(({ page, workers }) => page === 'absent' || workers === 'absent')
    .map(({ name }) => name);
  const openWays = (protection: Protection) =>
    trials
      .filter(({ way, verdict }) => verdict.kind === 'open' && closing[way] === protection)
      .map(({ way }) => way);
  const tried = (protection: Protection) => trials.some(({ way }) => closing[way] === protection);

  const stateOf = (protection: Protection): ProtectionState => {
    switch (protection) {
      case 'secure-context':
        return whether(surroundings.secureContext);
      case 'headers':
        return whether(absent.length === 0);
      case 'isolation':
        return whether(surroundings.crossOriginIsolated);
      case 'sandbox':
        return whether(surroundings.sandboxed && openWays('sandbox').length === 0);
      case 'trusted-types': {
        if (!surroundings.knowsTrustedTypes) return 'unknown-here';
        const script = trials.find(({ way }) => way === 'script')?.verdict;
        return whether(script?.kind === 'refused' && script.by === 'trusted-types');
      }
      case 'allowlist':
        if (!sendsAllowlist(headers)) return 'missing';
        return surroundings.knowsAllowlist ? 'in-place' : 'unknown-here';
      default:
        // What was not tried is not known to be in place.
        return whether(tried(protection) && openWays(protection).length === 0);
    }
  };
  return protections.map((protection) => ({
    protection,
    state: stateOf(protection),
    open: protection === 'headers' ? absent : openWays(protection),
  }));
}

/** Whether the page came with a Connection-Allowlist of its own origin alone. */
export function sendsAllowlist(headers: readonly HeaderReading[]): boolean {
  return headers.some(({ name, page }) => name === 'Connection-Allowlist' && page === 'shipped');
}

export const missingProtections = (readings: readonly ProtectionReading[]): readonly Protection[] =>
  readings.filter(({ state }) => state === 'missing').map(({ protection }) => protection);

const whether = (isInPlace: boolean): ProtectionState => (isInPlace ? 'in-place' : 'missing');
