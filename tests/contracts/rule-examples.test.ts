import { readFileSync } from 'node:fs';
import { contractPath } from '@commands/contract/main';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import { qualityRules } from '@data/contracts/quality-rules';
import type { Engine } from '@data/engine/engine';
import { checkRules } from '@data/queries/quality/check-rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fillTables } from '../support/fill-tables';
import { startWithEmptyTables } from '../support/hand-made-tables';
import { exampleRecords, readRuleExamples } from './rule-examples';

let engine: Engine;
beforeAll(async () => {
  engine = await startWithEmptyTables();
});
afterAll(() => engine.close());

const examples = readRuleExamples();
const present = new Set(extractTableNames);
const ids = qualityRules.map(({ id }) => id);

interface StandardRule {
  readonly id: string;
  readonly query: string;
}
const document: {
  readonly schema: readonly { readonly name: string; readonly quality?: readonly StandardRule[] }[];
} = parse(readFileSync(contractPath, 'utf8'));

/** The rule as the standard means it: its own text, asked once, gives one number. */
async function askedAsWritten(id: string): Promise<number> {
  const table = document.schema.find(({ quality }) => quality?.some((rule) => rule.id === id));
  const query = table?.quality?.find((rule) => rule.id === id)?.query ?? '';
  const sql = query.replaceAll('{object}', table?.name ?? '').replaceAll('patient_id', 'patient_key');
  const { columns } = await engine.query(`select (${sql})::double as answer`);
  return Number(columns.answer?.[0]);
}

test('every rule has its examples, and every example its rule', () => {
  expect([...examples.keys()]).toEqual(ids);
});

describe.each(qualityRules)('$id', (rule) => {
  const { id, atMostPercent } = rule;

  test('is kept by its valid rows and broken by its invalid ones', async () => {
    const example = examples.get(id);
    for (const [rows, isBroken] of [
      [example?.valid, false],
      [example?.invalid, true],
    ] as const) {
      await fillTables(engine, exampleRecords(rows ?? {}));
      const { counts, warned } = await checkRules(engine, { present, rules: [rule] });
      const found = counts.find(({ split }) => split === 'all');
      expect(found?.judged).toBeGreaterThan(0);
      expect(found?.broken).toBe(isBroken ? 1 : 0);
      expect(found?.touched).toBe(isBroken ? 1 : 0);
      expect(warned).toBe(isBroken && rule.severity === 'warning' && atMostPercent === null ? 1 : 0);
      const written = await askedAsWritten(id);
      if (atMostPercent === null) expect(written).toBe(isBroken ? 1 : 0);
      else if (isBroken) expect(written).toBeGreaterThan(atMostPercent);
      else expect(written).toBe(0);
    }
  });
});

test('a rule that reads a table which the extract does not have is not checked', async () => {
  const absent: ExtractTableName = 'treatment_free_attempt';
  const { unchecked, counts } = await checkRules(engine, {
    present: new Set(extractTableNames.filter((name) => name !== absent)),
  });
  expect(unchecked).toContain('line_free_has_attempt');
  expect(unchecked).toEqual(qualityRules.filter(({ reads }) => reads.includes(absent)).map(({ id }) => id));
  expect(counts.some(({ rule }) => unchecked.includes(rule))).toBe(false);
});

test('an extract without rows breaks no rule', async () => {
  await fillTables(engine, []);
  const { counts, patients, warned } = await checkRules(engine, { present });
  expect(counts.every(({ rows, judged, broken }) => rows + judged + broken === 0)).toBe(true);
  expect({ patients, warned }).toEqual({ patients: 0, warned: 0 });
});
