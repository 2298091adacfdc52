import type { Engine } from '@data/engine/engine';
import { tryEngineWays } from './engine-ways';
import { surroundings, tryPageWays } from './page-ways';
import {
  judgeProtections,
  missingProtections,
  type Protection,
  type ProtectionReading,
  sendsAllowlist,
} from './protections';
import { type HeaderReading, readHeaders, readSiteResponses } from './site-headers';
import type { Surroundings, Trial } from './way-out';
import { egressWorkerAddress, tryWorkerWays } from './worker-ways';

/** Every way out that was tried, and what protects this page. */
export interface SelfCheck {
  readonly surroundings: Surroundings;
  readonly headers: readonly HeaderReading[];
  readonly trials: readonly Trial[];
  readonly protections: readonly ProtectionReading[];
  /** Empty when the page may read real data. */
  readonly missing: readonly Protection[];
}

export interface SelfCheckOptions {
  /** The engine whose SQL is tried. */
  readonly engine: Promise<Pick<Engine, 'query'>>;
  /** Scripts of the app's other workers, whose headers are looked at. */
  readonly workerAddresses: readonly string[];
}

/**
 * Tries every way out of the page, of a worker and of the engine against a reserved name, and looks at the headers of
 * the site. No attempt carries data; none leaves anything behind.
 *
 * @throws TypeError when the site does not answer, and whatever the engine rejects with when it does not start
 */
export async function runSelfCheck({ engine, workerAddresses }: SelfCheckOptions): Promise<SelfCheck> {
  const around = surroundings();
  const engineTrials = engine.then(tryEngineWays);
  engineTrials.catch(() => undefined);
  const headers = readHeaders(await readSiteResponses([...workerAddresses, egressWorkerAddress()]));
  const [page, worker, sql] = await Promise.all([
    tryPageWays(around, sendsAllowlist(headers)),
    tryWorkerWays(),
    engineTrials,
  ]);
  const findings = { surroundings: around, headers, trials: [...page, ...worker, ...sql] };
  const protections = judgeProtections(findings);
  return { ...findings, protections, missing: missingProtections(protections) };
}
