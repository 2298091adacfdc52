import { endpointPresets } from '@core/endpoint/endpoint-presets';
import type { LayeredEngine } from '@data/engine/engine';
import { forgetExitColumns, readyIntervalColumns } from '@data/queries/derived/exit-columns';
import { patientRanges } from '@data/queries/derived/patient-ranges';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: LayeredEngine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

describe('patients some at a time', () => {
  it('are all patients, each once, in their order', async () => {
    const ranges = await patientRanges(engine, { perStep: 300 });
    const keys = ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
    expect(keys.slice(0, 2000)).toEqual(Array.from({ length: 2000 }, (_, at) => at));
    expect(ranges).toHaveLength(7);
  });

  it.each([
    'euro-ski-mrfs',
    'event-free-survival',
    'drug-survival',
    'mmr-itt',
    'sustained-deep',
    'second-tfr',
  ] as const)('leave by %s as they do all at once, with the same last visits', async (id) => {
    const { endpoint } = endpointPresets[id];
    forgetExitColumns(engine);
    const together = await readyIntervalColumns(engine, endpoint);
    forgetExitColumns(engine);
    const inSteps = await readyIntervalColumns(engine, endpoint, { perStep: 700, behind: true });
    expect(inSteps).toEqual(together);
    expect(together.day).toHaveLength(2000);
  });
});
