import { availableParallelism } from 'node:os';

import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { chartedFacts } from '@core/cohort/charted-facts';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { cohortFromUrl } from '@core/cohort/cohort-url';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import { cohortCharts } from '@data/queries/cohort-charts';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { presentTables } from '@data/queries/derived/present-tables';
import { endpointEvents } from '@data/queries/endpoint-events';
import { checkRules } from '@data/queries/quality/check-rules';
import { visitDistribution } from '@data/queries/visit-distribution';

import { beforeEdits, type EditKind, editKinds, ruleEdits } from './rule-edits';
import { round } from './timings';

export interface NativeTimings {
  readonly threads: number;
  readonly extractLoad: number;
  /** What an opening checks, and all rules of the contract, on the loaded tables. */
  readonly rulesAtOpening: number;
  readonly allRules: number;
  /** Per cohort: all the SQL that the cohort screen asks after a change. */
  readonly sameSql: readonly number[];
  /** The same edits of a rule, by the same code. */
  readonly edits: Readonly<Record<EditKind, readonly number[]>>;
  readonly patients: number;
}

/** Opens the same extract in native DuckDB and asks what the page asked, cohort by cohort. */
export async function timeInNative(
  folder: string,
  addresses: readonly string[],
  editCounts: Readonly<Record<EditKind, number>>,
  threads = availableParallelism(),
): Promise<NativeTimings> {
  const opening = performance.now();
  const { engine, tables } = await openNativeExtract(folder, extractContract, {
    threads,
    memoryLimit: '8GB',
  });
  await deriveTables(engine, { present: presentTables(tables) });
  const extractLoad = round(performance.now() - opening);
  const present = presentTables(tables);
  const errors = qualityRules.filter(({ severity }) => severity === 'error');
  const rulesAtOpening = await timed(() => checkRules(engine, { present, rules: errors }));
  const allRules = await timed(() => checkRules(engine, { present }));
  const { signal } = new AbortController();
  const { endpoint } = endpointPresets['euro-ski-mrfs'];
  const sameSql: number[] = [];
  const edits = { patientFact: [], derivedFact: [], linkedSamples: [] } as Record<EditKind, number[]>;
  const count = async (cohort: CohortDefinition) => {
    const asking = performance.now();
    await cohortCharts.ask(engine, { cohort, facts: chartedFacts }, { signal });
    return performance.now() - asking;
  };
  try {
    await count(beforeEdits());
    for (const kind of editKinds) {
      for (const cohort of ruleEdits(kind, editCounts[kind])) edits[kind].push(await count(cohort));
    }
    for (const cohort of addresses.map(cohortOfAddress)) {
      const asking = performance.now();
      await Promise.all([
        cohortCharts.ask(engine, { cohort, facts: chartedFacts }, { signal }),
        visitDistribution.ask(engine, { cohort, origin: 'first_tki', groupBy: null }, { signal }),
        endpointEvents.ask(engine, { cohort, endpoint, groupBy: null }, { signal }),
      ]);
      sameSql.push(performance.now() - asking);
    }
  } finally {
    await engine.close();
  }
  const patients = tables.find(({ name }) => name === 'patient')?.rows ?? 0;
  return { threads, extractLoad, rulesAtOpening, allRules, sameSql, edits, patients };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return round(performance.now() - started);
}

/** The cohort of an address such as `#/cohort?sex=F&age=18..65`. */
function cohortOfAddress(address: string): CohortDefinition {
  const search = new URLSearchParams(address.split('?')[1] ?? '');
  const { cohort, faults } = cohortFromUrl(Object.fromEntries(search));
  if (faults.length > 0) throw new Error(`the address has a fault in ${faults[0]?.parameter}: ${address}`);
  return cohort;
}
