import type { Evidence } from './way-out';

/** Milliseconds after which an attempt that nobody refused counts as open; a refusal is told within a few. */
export const patience = 2000;

interface Violation {
  readonly blocked: string;
  readonly directive: string;
  readonly sample: string;
}

/** What a browser says it refused, heard from now on. */
export interface Refusals {
  /** How the attempt on an address was refused; `null` when nothing was heard of it in time. */
  of(address: string): Promise<Evidence | null>;
  /** How a frame was refused: of a frame, browsers report the origin alone. */
  ofFrame(address: string): Promise<Evidence | null>;
  /** How a worker made from text was refused: its address is one that the browser invents. */
  ofTextWorker(): Promise<Evidence | null>;
  close(): void;
}

/** Listens to the violations of the policy that the browser enforces; what is only reported does not count. */
export function hearRefusals(scope: EventTarget, milliseconds = patience): Refusals {
  const heard: Violation[] = [];
  const waiting = new Set<(violation: Violation) => void>();
  const listen = (event: Event) => {
    const { disposition, blockedURI, effectiveDirective, sample } = event as SecurityPolicyViolationEvent;
    if (disposition !== 'enforce') return;
    const violation = { blocked: blockedURI, directive: effectiveDirective, sample };
    heard.push(violation);
    for (const tell of waiting) tell(violation);
  };
  scope.addEventListener('securitypolicyviolation', listen);

  const until = (judge: (violation: Violation) => Evidence | null): Promise<Evidence | null> =>
    new Promise((resolve) => {
      const settle = (evidence: Evidence | null) => {
        clearTimeout(late);
        waiting.delete(tell);
        resolve(evidence);
      };
      const tell = (violation: Violation) => {
        const evidence = judge(violation);
        if (evidence !== null) settle(evidence);
      };
      const late = setTimeout(() => settle(null), milliseconds);
      waiting.add(tell);
      for (const violation of heard) tell(violation);
    });

  return {
    of: (address) => until((violation) => evidenceOf(violation, address)),
    ofFrame: (address) => until((violation) => evidenceOfFrame(violation, address)),
    ofTextWorker: () => until(evidenceOfTextWorker),
    close: () => scope.removeEventListener('securitypolicyviolation', listen),
  };
}

const trustedTypes = 'require-trusted-types-for';

function evidenceOf({ blocked, directive, sample }: Violation, address: string): Evidence | null {
  // The sample holds the sink and the beginning of the value that it was given.
  if (directive === trustedTypes) return sample.includes(address) ? 'trusted-types' : null;
  return blocked === address ? 'policy' : null;
}

function evidenceOfFrame({ blocked, directive }: Violation, address: string): Evidence | null {
  const isOfIt = blocked === address || blocked === new URL(address).origin;
  return directive === 'frame-src' && isOfIt ? 'policy' : null;
}

function evidenceOfTextWorker({ blocked, directive, sample }: Violation): Evidence | null {
  if (directive === trustedTypes) return /Worker.*blob:/.test(sample) ? 'trusted-types' : null;
  return directive === 'worker-src' && blocked.startsWith('blob') ? 'policy' : null;
}
