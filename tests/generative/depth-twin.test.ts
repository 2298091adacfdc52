import type { DepthMoves } from '@core/analyses/depth-occupation';
import { everyone } from '@core/cohort/cohort-definition';
import {
  type CurrentMonths,
  currentMonths,
  depthCourse,
  depthExclusions,
  depthStates,
} from '@core/cohort/depth-course';
import type { PatientRecord } from '@core/cohort/patient-record';
import type { Engine } from '@data/engine/engine';
import { depthMoves } from '@data/queries/depth-moves';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { arbitraryRecords } from '@tests/support/arbitrary-record';
import { cases } from '@tests/support/cases';
import { fillTables } from '@tests/support/fill-tables';
import { startWithEmptyTables } from '@tests/support/hand-made-tables';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await startWithEmptyTables();
});
afterAll(() => engine.close());

/** Every move and every exclusion of every patient, one text each. */
function inMemory(records: readonly PatientRecord[], months: CurrentMonths): readonly string[] {
  return records.flatMap((record) => {
    const course = depthCourse(record, months);
    if (typeof course === 'string') return [course];
    const { changes, endDay } = course;
    const place = (state: string | undefined) => depthStates.indexOf(state as never);
    const last = changes.at(-1)?.state;
    return [
      ...changes.map(({ day, state }, at) => `${day} ${place(changes[at - 1]?.state)} ${place(state)}`),
      ...(last === 'dead' ? [] : [`${endDay} ${place(last)} -1`]),
    ];
  });
}

const asTexts = ({ moves, excluded }: DepthMoves): readonly string[] => [
  ...moves.flatMap(({ day, from, to, patients }) => Array(patients).fill(`${day} ${from} ${to}`)),
  ...excluded.flatMap(({ reason, patients }) => Array(patients).fill(reason)),
];

describe('the moves between depths of SQL and of the reader in memory', () => {
  it('are the same for every history', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords(60, 20),
        fc.constantFrom(...currentMonths),
        async (records, months) => {
          await fillTables(engine, records);
          const present = records[0]?.present;
          await deriveTables(engine, present === undefined ? {} : { present });
          const { signal } = new AbortController();
          const found = await depthMoves.ask(engine, { cohort: everyone, currentMonths: months }, { signal });
          expect(asTexts(found).toSorted()).toEqual(inMemory(records, months).toSorted());
          for (const { to } of found.moves) seen.add(depthStates[to] ?? 'end');
          for (const { reason } of found.excluded) seen.add(reason);
        },
      ),
      { seed: 20261126, numRuns: cases(26) },
    );
    expect([...seen].toSorted()).toEqual([...depthStates, ...depthExclusions, 'end'].toSorted());
  });
});
