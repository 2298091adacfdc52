import { type ExitColumns, exitCounts } from '@core/analyses/exit-counts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Patient {
  readonly reason: number;
  readonly entry: number;
  readonly day: number;
  readonly kind: number;
  readonly level: number;
}

const levels = ['high', 'low'];

const columnsOf = (patients: readonly Patient[]): ExitColumns => ({
  reason: Uint8Array.from(patients, ({ reason }) => reason),
  entry: Int32Array.from(patients, ({ entry }) => entry),
  day: Int32Array.from(patients, ({ day }) => day),
  kind: Int8Array.from(patients, ({ kind }) => kind),
  includedLater: Uint8Array.from(patients, ({ day }) => day % 2),
});

/** The rows as the docblock has them, one patient after the other. */
function countedByHand(patients: readonly Patient[]) {
  const rows = new Map<string, number>();
  for (const { reason, entry, day, kind, level } of patients) {
    if (reason > 0) continue;
    const key = JSON.stringify([
      levels[level - 1] ?? null,
      entry < 0 ? null : entry,
      day,
      kind < 0 ? null : kind,
    ]);
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  return rows;
}

function counts(patients: readonly Patient[]) {
  const steps = exitCounts(
    columnsOf(patients),
    Uint32Array.from(patients.keys()),
    Uint8Array.from(patients, ({ level }) => level),
    levels,
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const patientsUpTo = (lastDay: number, lastEntry: number) =>
  fc.array(
    fc.record({
      reason: fc.constantFrom(0, 0, 0, 2),
      entry: fc.integer({ min: -1, max: lastEntry }),
      day: fc.integer({ min: 0, max: lastDay }),
      kind: fc.integer({ min: -1, max: 2 }),
      level: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 200 },
  );

describe('exits counted', () => {
  it.each([
    ['in a place each', patientsUpTo(40, -1)],
    ['in their order', patientsUpTo(12_000, 9_000)],
  ])('%s are the exits of the patients', (_, patients) => {
    fc.assert(
      fc.property(patients, (list) => {
        const { rows, excluded, includedLater } = counts(list);
        expect(
          new Map(
            rows.map((row) => [JSON.stringify([row.level, row.entry, row.day, row.kind]), row.patients]),
          ),
        ).toEqual(countedByHand(list));
        const analysed = list.filter(({ reason }) => reason === 0);
        expect(includedLater).toBe(analysed.filter(({ day }) => day % 2 === 1).length);
        expect(excluded.reduce((sum, { patients: left }) => sum + left, 0)).toBe(
          list.length - analysed.length,
        );
      }),
      { seed: 20261127, numRuns: 200 },
    );
  });

  it('come by level, entry, day and kind, what is not known and a censoring last', () => {
    const patient = (level: number, entry: number, day: number, kind: number) => ({
      reason: 0,
      level,
      entry,
      day,
      kind,
    });
    const list = [
      patient(0, -1, 1, 0),
      patient(2, -1, 1, -1),
      patient(2, -1, 1, 1),
      patient(2, 0, 3, 0),
      patient(1, -1, 9, 0),
    ];
    expect(counts(list).rows.map(({ level, entry, day, kind }) => [level, entry, day, kind])).toEqual([
      ['high', null, 9, 0],
      ['low', 0, 3, 0],
      ['low', null, 1, 1],
      ['low', null, 1, null],
      [null, null, 1, 0],
    ]);
    expect(counts([])).toEqual({ rows: [], excluded: [], includedLater: 0 });
  });
});
