import { isSandboxed, tryMove, tryPopup } from './moves';
import { beginTextWorker, reportedAddress, reportedAttempts } from './page-attempts';
import { hearRefusals, type Refusals } from './refusals';
import { addressOf } from './reserved-name';
import type { Surroundings, Trial, Verdict } from './way-out';

/** The first version of Chromium that obeys Connection-Allowlist. */
const allowlistSince = 152;

/** What this browser and this page are. */
export function surroundings(): Surroundings {
  const chromium = Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0);
  return {
    secureContext: window.isSecureContext,
    crossOriginIsolated: window.crossOriginIsolated === true,
    sandboxed: isSandboxed(),
    knowsTrustedTypes: 'trustedTypes' in window,
    knowsAllowlist: chromium >= allowlistSince,
  };
}

/**
 * Tries every way out of the page. Each is aimed at the reserved name, carries no data, and is ended when it has been
 * judged; the page stays where it is.
 *
 * @param allowlistSent whether the page came with a Connection-Allowlist that names its own origin alone
 */
export async function tryPageWays(
  { sandboxed, knowsAllowlist }: Surroundings,
  allowlistSent: boolean,
): Promise<readonly Trial[]> {
  const refusals = hearRefusals(document);
  const reported = Object.keys(reportedAttempts).map(async (name): Promise<Trial> => {
    const way = name as keyof typeof reportedAttempts;
    return { way, verdict: await tryReported(way, refusals) };
  });
  const textWorker = tryTextWorker(refusals);
  // One after the other: each would be the page's next address.
  const form = await tryForm(refusals, sandboxed);
  const navigation = await tryMove('navigation', sandboxed);
  const download = await tryMove('download', sandboxed);
  const trials: Trial[] = [
    ...(await Promise.all(reported)),
    { way: 'text-worker', verdict: await textWorker },
    { way: 'form', verdict: form },
    { way: 'popup', verdict: tryPopup(sandboxed) },
    { way: 'navigation', verdict: navigation },
    { way: 'download', verdict: download },
    { way: 'webrtc', verdict: removed('RTCPeerConnection', 'webkitRTCPeerConnection') },
    { way: 'webtransport', verdict: removed('WebTransport') },
    { way: 'frame-webrtc', verdict: frameVerdict(allowlistSent, knowsAllowlist) },
  ];
  refusals.close();
  return trials;
}

async function tryReported(way: keyof typeof reportedAttempts, refusals: Refusals): Promise<Verdict> {
  const { begin, ...rest } = reportedAttempts[way];
  if ('exists' in rest && !rest.exists()) return { kind: 'unsupported' };
  let undo = () => {};
  try {
    undo = begin(addressOf(way));
  } catch {
    // Some refusals also throw; the report of it is what counts.
  }
  const by = await (way === 'frame' ? refusals.ofFrame(addressOf(way)) : refusals.of(reportedAddress(way)));
  undo();
  return by === null ? { kind: 'open' } : { kind: 'refused', by };
}

async function tryTextWorker(refusals: Refusals): Promise<Verdict> {
  const undo = beginTextWorker();
  const by = await refusals.ofTextWorker();
  undo();
  return by === null ? { kind: 'open' } : { kind: 'refused', by };
}

/** A form meets the sandbox first, then the policy, then the guard. */
async function tryForm(refusals: Refusals, sandboxed: boolean): Promise<Verdict> {
  const moved = await tryMove('form', sandboxed);
  if (moved.kind !== 'open') return moved;
  const by = await refusals.of(addressOf('form'));
  return by === null ? moved : { kind: 'refused', by };
}

/** Constructors that the guard takes out of the page; they are looked for, and never called. */
function removed(...names: readonly string[]): Verdict {
  return names.some((name) => name in window) ? { kind: 'open' } : { kind: 'refused', by: 'removed' };
}

/** A blank frame has its own constructors. Trying them ends the page where they are refused, so they are not tried. */
function frameVerdict(allowlistSent: boolean, knowsAllowlist: boolean): Verdict {
  return allowlistSent && knowsAllowlist ? { kind: 'refused', by: 'allowlist' } : { kind: 'open' };
}
