import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { ruleFindings } from '@core/analyses/quality-report';
import type { QualityCounts } from '@core/domain/rule-count';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import { presentTables } from '@data/queries/derived/present-tables';
import { checkRules, refuseErrors } from '@data/queries/quality/check-rules';
import { beforeAll, expect, test } from 'vitest';
import { readRawExtract } from '../support/raw-extract';

const folder = 'public/extract';
let quality: QualityCounts;
beforeAll(async () => {
  const { engine, tables } = await openNativeExtract(folder, extractContract);
  quality = await checkRules(engine, { present: presentTables(tables) });
  await engine.close();
});

const found = (rule: string, split: 'all' | 'centre' | 'year' = 'all') =>
  quality.counts.filter((count) => count.rule === rule && count.split === split);

test('the demonstration breaks no rule but those that inform', () => {
  const broken = ruleFindings(qualityRules, quality).filter(({ verdict }) => verdict === 'broken');
  expect(broken.filter(({ rule }) => rule.severity !== 'info').map(({ rule }) => rule.id)).toEqual([]);
  expect(broken.length).toBeGreaterThan(0);
  expect(quality.warned).toBe(0);
  expect(quality.unchecked).toEqual([]);
});

test('centres and years add up to the whole', () => {
  for (const { id } of qualityRules) {
    const [whole] = found(id);
    for (const split of ['centre', 'year'] as const) {
      for (const measure of ['rows', 'judged', 'broken', 'patients', 'touched'] as const) {
        const sum = found(id, split).reduce((total, count) => total + count[measure], 0);
        expect(sum, `${id} ${split} ${measure}`).toBe(whole?.[measure]);
      }
    }
  }
});

test('counts are those of the raw rows, by centre too', async () => {
  const raw = await readRawExtract(folder);
  const centreOf = new Map(raw.patient.map(({ patient_id, centre_id }) => [patient_id, centre_id]));
  const pending = raw.molecular.filter(({ validation }) => validation === 'pending');
  expect(found('sample_checked')[0]).toMatchObject({
    rows: raw.molecular.length,
    judged: raw.molecular.length,
    broken: pending.length,
    touched: new Set(pending.map(({ patient_id }) => patient_id)).size,
  });
  for (const centre of new Set(centreOf.values())) {
    const spleens = raw.diagnosis.filter(({ patient_id }) => centreOf.get(patient_id) === centre);
    expect(found('diagnosis_spleen_cm_known', 'centre').find(({ level }) => level === centre)).toMatchObject({
      judged: spleens.length,
      broken: spleens.filter(({ spleen_cm }) => spleen_cm === null).length,
    });
  }
  const above = raw.molecular.filter(
    ({ on_international_scale, bcr_abl1_is_pct }) => on_international_scale && (bcr_abl1_is_pct ?? 0) > 100,
  );
  expect(found('sample_value_at_most_100')[0]?.broken).toBe(above.length);
});

test('a broken rule of severity error refuses the extract, with its count and no value', () => {
  expect(() => refuseErrors(quality)).not.toThrow();
  const rule = 'patient_included_within_follow_up';
  const broken = quality.counts.map((count) => (count.rule === rule ? { ...count, broken: 2 } : count));
  expect(() => refuseErrors({ ...quality, counts: broken })).toThrow(
    expect.objectContaining({
      code: 'rule-broken',
      details: { table: 'patient', column: 'inclusion_day', rule, count: 2 },
    }),
  );
});
