import { type NativeExtract, openNativeExtract } from '@commands/native-extract/open-native-extract';
import { everyone, type FactRule, ruleOn } from '@core/cohort/cohort-definition';
import { cohortFromUrl } from '@core/cohort/cohort-url';
import { categoryFactIds, type FactId, factIds, facts } from '@core/cohort/fact-vocabulary';
import {
  listedFacts,
  orderOfText,
  orderText,
  type PatientListDefinition,
  withFilterAsRule,
} from '@core/cohort/patient-list';
import { extractContract } from '@data/contracts/extract-contract';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { type ListedPatient, patientRows } from '@data/queries/patient-rows';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = 'public/extract';
const { signal } = new AbortController();
let extract: NativeExtract;
let raw: RawExtract;

beforeAll(async () => {
  [extract, raw] = await Promise.all([openNativeExtract(folder, extractContract), readRawExtract(folder)]);
  await deriveTables(extract.engine);
});
afterAll(() => extract.engine.close());

const whole: PatientListDefinition = { cohort: everyone, filters: [], order: null };

async function rowsOf(
  list: PatientListDefinition,
  columns: readonly FactId[] = factIds,
  { from = 0, count = 5000 } = {},
): Promise<readonly ListedPatient[]> {
  const answer = await patientRows.ask(
    extract.engine,
    { list, facts: columns, pseudonyms: true, from, count },
    { signal },
  );
  return answer.rows;
}

/** The order written out: the fact by the vocabulary, those not known last, ties by the key. */
function expectOrdered(rows: readonly ListedPatient[], fact: FactId, descending: boolean): void {
  const levels = facts[fact].kind === 'category' ? facts[fact].levels : null;
  const rank = (row: ListedPatient) => {
    const cell = row.facts[fact] ?? null;
    return levels === null || cell === null ? cell : (levels as readonly string[]).indexOf(String(cell));
  };
  const misplaced = rows.slice(1).filter((row, at) => {
    const before = rows[at] as ListedPatient;
    const [a, b] = [rank(before), rank(row)];
    if (a === null || b === null) return a === null && (b !== null || before.patientKey >= row.patientKey);
    if (a === b) return before.patientKey >= row.patientKey;
    return descending ? a < b : a > b;
  });
  expect(misplaced).toEqual([]);
}

describe('the list of patients', () => {
  it('has one row per patient of the extract, in the order of the key, places without a gap', async () => {
    const rows = await rowsOf(whole);
    expect(rows.map(({ pseudonym }) => pseudonym)).toEqual(raw.patient.map((row) => row.patient_id).sort());
    expect(rows.map(({ place }) => place)).toEqual(raw.patient.map((_, place) => place));
    const age = new Map(raw.patient.map((row) => [row.patient_id, row.age_at_diagnosis_years]));
    expect(rows.filter((row) => row.facts.age !== age.get(row.pseudonym ?? ''))).toEqual([]);
  });

  it('keeps the pseudonyms in the engine unless they are asked for', async () => {
    const { rows } = await patientRows.ask(
      extract.engine,
      { list: whole, facts: ['sex'], pseudonyms: false, from: 0, count: 50 },
      { signal },
    );
    expect(rows).toHaveLength(50);
    expect(rows.filter(({ pseudonym }) => pseudonym !== null)).toEqual([]);
  });

  it.each(factIds)('is ordered by %s in both directions, not known last, ties by the key', async (fact) => {
    for (const descending of [false, true]) {
      const rows = await rowsOf({ ...whole, order: { fact, descending } }, [fact]);
      expect(rows).toHaveLength(raw.patient.length);
      expectOrdered(rows, fact, descending);
    }
  });

  it('tiles into windows without gaps or repeats, whatever the order', async () => {
    for (const order of [null, orderOfText('elts'), orderOfText('-follow_up_years')]) {
      const list = { ...whole, order };
      const all = await rowsOf(list, listedFacts);
      const tiles: ListedPatient[] = [];
      for (let from = 0; from < all.length; from += 130) {
        tiles.push(...(await rowsOf(list, listedFacts, { from, count: 130 })));
      }
      expect(tiles).toEqual(all);
      expect(new Set(tiles.map(({ patientKey }) => patientKey)).size).toBe(raw.patient.length);
    }
  });

  it('has no row behind its end', async () => {
    expect(await rowsOf(whole, ['sex'], { from: raw.patient.length, count: 10 })).toEqual([]);
    expect(await rowsOf(whole, ['sex'], { from: raw.patient.length - 1, count: 10 })).toHaveLength(1);
  });

  it('holds the cohort, narrowed by the filters, which say what happens to the unknown', async () => {
    const { cohort } = cohortFromUrl({ sex: 'F', age: '40..' });
    const women = raw.patient.filter((row) => row.sex === 'F' && row.age_at_diagnosis_years >= 40);
    expect(await rowsOf({ ...whole, cohort })).toHaveLength(women.length);

    const transcript = new Map(raw.diagnosis.map((row) => [row.patient_id, row.transcript]));
    for (const unknown of ['exclude', 'include'] as const) {
      const filter: FactRule = {
        condition: { kind: 'category', fact: 'transcript', values: ['e13a2'] },
        unknown,
      };
      const expected = women.filter(({ patient_id }) => {
        const known = transcript.get(patient_id) ?? null;
        return known === null ? unknown === 'include' : known === 'e13a2';
      });
      const rows = await rowsOf({ ...whole, cohort, filters: [filter] });
      expect(rows.map(({ pseudonym }) => pseudonym)).toEqual(expected.map((row) => row.patient_id).sort());
      const asRule = await rowsOf({ ...whole, cohort: withFilterAsRule(cohort, filter) });
      expect(asRule).toEqual(rows);
    }
  });

  it('can be empty', async () => {
    const nobody: FactRule = { condition: { kind: 'category', fact: 'sex', values: [] }, unknown: 'exclude' };
    const answer = await patientRows.ask(
      extract.engine,
      { list: { ...whole, filters: [nobody] }, facts: ['sex'], pseudonyms: false, from: 0, count: 10 },
      { signal },
    );
    expect(answer).toEqual({ patients: 0, rows: [] });
  });

  it('goes on answering when more lists are asked for than are kept', async () => {
    const orders = categoryFactIds.map((fact) => ({ fact, descending: false }));
    for (const order of [...orders, ...orders]) {
      expect(await rowsOf({ ...whole, order }, ['sex'], { count: 3 })).toHaveLength(3);
    }
    const kept = await extract.engine.query(
      "select count(*)::integer as lists from duckdb_tables() where table_name like 'patient_list_%'",
    );
    expect(Number(kept.columns.lists?.[0])).toBeLessThanOrEqual(7);
  });

  it('is begun anew for who still wants it when another asker stops', async () => {
    const list = { ...whole, order: { fact: 'basophils_pct', descending: true } as const };
    const stopped = new AbortController();
    const ask = (of: AbortSignal) =>
      patientRows.ask(
        extract.engine,
        { list, facts: ['sex'], pseudonyms: false, from: 0, count: 2 },
        { signal: of },
      );
    const first = ask(stopped.signal).catch(() => null);
    const second = ask(signal);
    stopped.abort();
    await first;
    expect((await second).rows).toHaveLength(2);
  });
});

describe('a filter that becomes a rule', () => {
  const filter: FactRule = {
    condition: { kind: 'range', fact: 'age', min: 50, max: 70 },
    unknown: 'exclude',
  };

  it('keeps the rule that the fact had: both must hold', async () => {
    const { cohort } = cohortFromUrl({ age: '60..' });
    const narrowed = withFilterAsRule(cohort, filter);
    expect(narrowed.rules).toHaveLength(2);
    const ages = (await rowsOf({ ...whole, cohort: narrowed }, ['age'])).map((row) => Number(row.facts.age));
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([60, 70]);
    expect(ruleOn(withFilterAsRule(everyone, filter), 'age')).toEqual(filter);
  });

  it('and orders have a text of their own', () => {
    for (const text of ['age', '-age', 'centre']) expect(orderText(orderOfText(text) as never)).toBe(text);
    for (const text of [undefined, '', '-', 'patient_id', '--age']) expect(orderOfText(text)).toBeNull();
  });
});
