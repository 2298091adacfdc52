import { type MilestoneState, milestones } from '@core/analyses/milestones';
import { everyone } from '@core/cohort/cohort-definition';
import { explainMilestone } from '@core/cohort/milestone-explanation';
import type { PatientRecord } from '@core/cohort/patient-record';
import { firstTkiDay, tkiLines } from '@core/cohort/tki-lines';
import { monthsFromDays } from '@core/domain/calendar';
import { assessedGuidelines } from '@core/domain/guideline';
import { milestoneWindows } from '@core/domain/milestone';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { milestonePatterns } from '@data/queries/milestone-patterns';
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

const { signal } = new AbortController();

/** The three states of a patient with a TKI by the reader that explains verdicts. */
function statesOf(record: PatientRecord, guideline: 'ELN2013' | 'ELN2020'): readonly MilestoneState[] {
  return milestoneWindows.map(({ month, fromMonth }) => {
    const { verdict, notAssessed } = explainMilestone(record, guideline, month);
    if (verdict !== null) return verdict;
    const transcript = record.diagnosis?.transcript ?? '';
    if (notAssessed === 'atypical_transcript' || ['e1a2', 'e19a2', 'other'].includes(transcript))
      return 'atypical_transcript';
    const followed = monthsFromDays(record.patient.last_contact_day - (firstTkiDay(record) ?? 0));
    return followed < fromMonth ? 'not_followed' : 'no_sample';
  });
}

describe('the milestones of SQL and of the reader that explains them', () => {
  it('are the same patterns in the same groups for both versions of the guideline', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(), async (records) => {
        await fillTables(engine, records);
        const present = records[0]?.present;
        await deriveTables(engine, present === undefined ? {} : { present });
        for (const { id: guideline } of assessedGuidelines) {
          for (const groupBy of ['first_tki', 'centre'] as const) {
            const expected = new Map<string, number>();
            let withoutTki = 0;
            for (const record of records) {
              const first = tkiLines(record)[0];
              if (first === undefined) {
                withoutTki += 1;
                continue;
              }
              const states = statesOf(record, guideline);
              for (const state of states) seen.add(state);
              const level = groupBy === 'centre' ? record.patient.centre_id : first.line.drug;
              const key = [level, ...states].join(' ');
              expected.set(key, (expected.get(key) ?? 0) + 1);
            }
            const table = await milestonePatterns.ask(
              engine,
              { cohort: everyone, guideline, groupBy },
              { signal },
            );
            const found = table.patterns.map(({ level, states, patients }): [string, number] => [
              [level, states[3], states[6], states[12]].join(' '),
              patients,
            ]);
            expect(new Map(found)).toEqual(expected);
            expect(found).toHaveLength(expected.size);
            expect(table.withoutTki).toBe(withoutTki);
            expect(milestones(table).patients + withoutTki).toBe(records.length);
          }
        }
      }),
      { seed: 20261126, numRuns: cases(26) },
    );
    expect([...seen].toSorted()).toEqual([
      'atypical_transcript',
      'failure',
      'no_sample',
      'not_followed',
      'optimal',
      'warning',
    ]);
  });
});
