import { questionnaireScores } from '@core/analyses/questionnaire-scores';
import { everyone } from '@core/cohort/cohort-definition';
import { questionnaireScales } from '@core/domain/questionnaire';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import type { Engine } from '@data/engine/engine';
import { questionnaireRows } from '@data/queries/questionnaire-rows';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
let raw: RawExtract;
const { signal } = new AbortController();

beforeAll(async () => {
  [engine, raw] = await Promise.all([demonstrationEngine(), readRawExtract('public/extract')]);
});
afterAll(() => engine.close());

type Line = RawExtract['treatment_line'][number];

/** TKI lines of a patient, each with the day on which it ended or the next began. */
function linesOf(patient: string): readonly (Line & { readonly end: number })[] {
  const lines = raw.treatment_line
    .filter(
      ({ patient_id, drug }) => patient_id === patient && (tkiDrugs as readonly string[]).includes(drug),
    )
    .toSorted((a, b) => a.start_day - b.start_day || a.line_number - b.line_number);
  return lines.map((line, at) => ({
    ...line,
    end: Math.min(
      line.stop_day ?? Number.POSITIVE_INFINITY,
      lines[at + 1]?.start_day ?? Number.POSITIVE_INFINITY,
    ),
  }));
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

describe('scores of questionnaires, counted again from the rows of the demonstration', () => {
  it.each([
    ['global_health', null],
    ['eq_vas', 'phase'],
  ] as const)('%s by %s: who was expected, who answered, and their mean', async (scale, groupBy) => {
    const { instrument, scale: name } = questionnaireScales[scale];
    const rows = await questionnaireRows.ask(engine, { cohort: everyone, scale, groupBy }, { signal });
    const found = questionnaireScores(rows, groupBy);
    const answers = groupedBy(
      raw.prom.filter((row) => row.instrument === instrument && row.scale === name),
      ({ patient_id }) => patient_id,
    );
    const expected = new Map<string, { expected: number; scores: number[] }>();
    for (const patient of raw.patient) {
      const lines = linesOf(patient.patient_id);
      const [first] = lines;
      if (first === undefined) continue;
      for (let year = 0; year <= 10; year++) {
        const day = first.start_day + Math.round(year * 365.25);
        if (patient.last_contact_day < day || patient.inclusion_day > day + 182) continue;
        const treated = lines.some(({ start_day, end }) => start_day <= day && day < end);
        const level = groupBy === null ? 'all' : treated ? 'on_tki' : 'off_tki';
        const key = `${level} ${year}`;
        const at = expected.get(key) ?? { expected: 0, scores: [] };
        expected.set(key, at);
        at.expected += 1;
        const [nearest] = (answers.get(patient.patient_id) ?? [])
          .filter((answer) => Math.abs(answer.day - day) <= 182)
          .toSorted((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day) || a.day - b.day);
        if (nearest !== undefined) at.scores.push(nearest.score);
      }
    }
    const counted = found.flatMap(({ level, years }) =>
      years.map(
        ({ year, expected: all, scores }) => [`${level} ${year}`, all, scores.n, scores.mean] as const,
      ),
    );
    expect(counted.length).toBe(expected.size);
    for (const [key, all, answered, mean] of counted) {
      const again = expected.get(key);
      expect([all, answered], key).toEqual([again?.expected, again?.scores.length]);
      if (mean === null || again === undefined) continue;
      const sum = again.scores.reduce((total, score) => total + score, 0);
      expect(mean / (sum / again.scores.length), key).toBeCloseTo(1, 12);
    }
    expect(counted.reduce((sum, [, , answered]) => sum + answered, 0)).toBeGreaterThan(100);
  });
});

describe('the scores of a group', () => {
  it('leave out who gave no answer, and count them', () => {
    const row = { level: 'all', year: 1 };
    const [course] = questionnaireScores(
      [
        { ...row, score: 50, patients: 2 },
        { ...row, score: 80, patients: 1 },
        { ...row, score: null, patients: 7 },
      ],
      null,
    );
    expect(course?.years).toHaveLength(1);
    expect(course?.years[0]).toMatchObject({ year: 1, expected: 10, scores: { n: 3, mean: 60, median: 50 } });
  });

  it('are in the order of the levels, the unknown last, and nobody is an empty list', () => {
    const row = { year: 0, score: 1, patients: 1 };
    const rows = [null, 'off_tki', 'on_tki'].map((level) => ({ ...row, level }));
    expect(questionnaireScores(rows, 'phase').map(({ level }) => level)).toEqual(['on_tki', 'off_tki', null]);
    expect(questionnaireScores([], 'phase')).toEqual([]);
  });
});
