import { indicatorTrend } from '@core/analyses/indicator-trend';
import { everyone, withRule } from '@core/cohort/cohort-definition';
import type { IndicatorId } from '@core/domain/indicator';
import type { Engine } from '@data/engine/engine';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { readyWaits } from '@data/queries/monitoring/ready-waits';
import { sampleWaitRows } from '@data/queries/monitoring/waits-for-sample';
import { DuckDBInstance } from '@duckdb/node-api';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = 'public/extract';
let engine: Engine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

/** The rules written again, on the Parquet files, in words of their own: units, met and not known per year. */
const independent: Readonly<Partial<Record<IndicatorId, string>>> = {
  early_inclusion: `
    select diagnosis_year as y, count(*), sum(case when inclusion_day < 183 then 1 else 0 end), 0
    from 'patient.parquet' group by y`,
  second_generation_first: `
    select s.start_year as y, count(*),
      sum(case when s.drug in ('dasatinib','nilotinib','bosutinib','second_generation+interferon') then 1 else 0 end), 0
    from (select *, rank() over (partition by patient_id order by start_day, line_number) as r
          from 'treatment_line.parquet'
          where drug not in ('interferon','hydroxycarbamide','allogeneic_transplant','other')) s
    where r = 1 group by y`,
  switch_within_12_months: `
    with t as (
      select *, row_number() over (partition by patient_id order by start_day, line_number) as r
      from 'treatment_line.parquet'
      where drug not in ('interferon','hydroxycarbamide','allogeneic_transplant','other'))
    select a.start_year as y, count(*),
      sum(case when exists (select 1 from t b where b.patient_id = a.patient_id and b.r = 2
        and b.start_day - a.start_day <= 365) then 1 else 0 end), 0
    from t a join 'patient.parquet' p on p.patient_id = a.patient_id
    where a.r = 1 and p.last_contact_day - a.start_day >= 365 group by y`,
  fit_for_mr4_5: `
    select p.diagnosis_year + cast(floor((m.day + 182.625) / 365.25) as integer) as y, count(*),
      sum(case when (control_gene = 'ABL1' and control_copies >= 32000)
        or (control_gene = 'GUSB' and control_copies >= 77000) then 1 else 0 end),
      sum(case when control_copies is null or control_gene = 'BCR' then 1 else 0 end)
    from 'molecular.parquet' m join 'patient.parquet' p using (patient_id)
    where on_international_scale and validation != 'rejected' group by y`,
  quarterly_until_mmr: `
    with t as (
      select patient_id, min(start_day) as a, arg_min(start_year, (start_day, line_number)) as y
      from 'treatment_line.parquet'
      where drug not in ('interferon','hydroxycarbamide','allogeneic_transplant','other') group by patient_id),
    u as (
      select t.*, p.inclusion_day as i,
        least(p.last_contact_day, coalesce((select min(stop_day) from 'treatment_free_attempt.parquet' s
          where s.patient_id = t.patient_id), 1000000)) as z,
        coalesce((select min(day) from 'molecular.parquet' m where m.patient_id = t.patient_id and m.day >= a
          and on_international_scale and validation != 'rejected'
          and case when detected then bcr_abl1_is_pct > 0 and bcr_abl1_is_pct <= 0.1
            else control_copies >= case control_gene when 'ABL1' then 10000 when 'GUSB' then 24000 end end
          and coalesce(d.transcript, '') not in ('e1a2','e19a2','other')), 1000000) as r
      from t join 'patient.parquet' p using (patient_id) left join 'diagnosis.parquet' d using (patient_id)),
    w as (
      select patient_id, y, a as d, z from u where a >= i and z >= a + 365 and r > a
      union all
      select u.patient_id, y, m.day, z from u join 'molecular.parquet' m using (patient_id)
      where m.day > a and m.day >= i and m.day < least(a + 365, z, r) and z >= a + 365),
    v as (
      select patient_id, y, bool_or(z - d > 136 and not exists (select 1 from 'molecular.parquet' m
        where m.patient_id = w.patient_id and m.day > d and m.day <= d + 136)) as gap
      from w group by patient_id, y)
    select y, count(*), count(*) filter (where not gap), 0 from v group by y`,
  no_gap_after_stop: `
    with f as (
      select a.patient_id, a.stop_day as s, p.diagnosis_year, p.inclusion_day as i,
        least(p.last_contact_day, coalesce(a.restart_day, 1000000),
          coalesce((select min(start_day) from 'treatment_line.parquet' t where t.patient_id = a.patient_id
            and t.start_day > a.stop_day
            and drug not in ('interferon','hydroxycarbamide','allogeneic_transplant','other')), 1000000),
          coalesce((select min(stop_day) from 'treatment_free_attempt.parquet' b
            where b.patient_id = a.patient_id and b.attempt_number > 1), 1000000)) as z
      from 'treatment_free_attempt.parquet' a join 'patient.parquet' p using (patient_id) where attempt_number = 1),
    w as (
      select patient_id, s as d, z from f where s >= i and z >= s + 182
      union all
      select f.patient_id, m.day, z from f join 'molecular.parquet' m using (patient_id)
      where m.day > s and m.day >= i and m.day < least(z, s + 182) and z >= s + 182),
    v as (
      select patient_id, bool_or(z - d > 60 and not exists (select 1 from 'molecular.parquet' m
        where m.patient_id = w.patient_id and m.day > d and m.day <= d + 60)) as gap
      from w group by patient_id)
    select diagnosis_year + cast(floor((s + 182.625) / 365.25) as integer) as y, count(*),
      count(*) filter (where not gap), 0
    from v join f using (patient_id) group by y`,
  monthly_after_stop: `
    select p.diagnosis_year + cast(floor((a.stop_day + 182.625) / 365.25) as integer) as y, count(*),
      sum(case when (select count(distinct m.day) from 'molecular.parquet' m where m.patient_id = a.patient_id
        and m.day between a.stop_day + 1 and a.stop_day + 182) >= 5 then 1 else 0 end), 0
    from 'treatment_free_attempt.parquet' a join 'patient.parquet' p using (patient_id)
    where p.last_contact_day >= a.stop_day + 182 and coalesce(a.restart_day, 1000000) >= a.stop_day + 182
    group by y`,
};

async function asked(sql: string): Promise<readonly (readonly number[])[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const text = `select * from (${sql.replace(/'(\w+\.parquet)'/g, `read_parquet('${folder}/$1')`)}) order by 1`;
  return (await connection.runAndReadAll(text)).getRowsJS().map((row) => row.map(Number));
}

describe('the indicators on the demonstration', () => {
  it.each(Object.keys(independent) as IndicatorId[])(
    '%s counts what another SQL on the files counts',
    async (indicator) => {
      const { signal } = new AbortController();
      const table = await indicatorCounts.ask(
        engine,
        { cohort: everyone, indicator, groupBy: null, stratum: null },
        { signal },
      );
      const rows = indicatorTrend(table).series[0]?.years.map(({ year, units, met, unknown }) => [
        year,
        units,
        met,
        unknown,
      ]);
      expect(rows).toEqual(await asked(independent[indicator] ?? ''));
    },
  );
});

describe('the waits that indicators look at', () => {
  it('are read from the samples once, for every indicator and cohort, also when asked at once', async () => {
    const run: string[] = [];
    const asked: string[] = [];
    const watched: Engine = {
      version: engine.version,
      query: (sql, options) => {
        if (options?.question !== undefined) asked.push(sql);
        return engine.query(sql, options);
      },
      run: (sql, options) => {
        run.push(sql);
        return engine.run(sql, options);
      },
      check: (sql, options) => engine.check(sql, options),
      close: async () => undefined,
    };
    const { signal } = new AbortController();
    const women = withRule(everyone, 'sex', {
      condition: { kind: 'category', fact: 'sex', values: ['F'] },
      unknown: 'exclude',
    });
    const indicators = ['quarterly_until_mmr', 'six_monthly_in_mmr', 'no_gap_after_stop'] as const;
    await Promise.all(
      [everyone, women].flatMap((cohort) => [
        sampleWaitRows.ask(watched, { cohort }, { signal }),
        ...indicators.map((indicator) =>
          indicatorCounts.ask(watched, { cohort, indicator, groupBy: null, stratum: null }, { signal }),
        ),
      ]),
    );
    expect(run.filter((sql) => /\bmolecular\b/.test(sql))).toHaveLength(1);
    expect(asked).toHaveLength(8);
    expect(asked.filter((sql) => /\bmolecular\b/.test(sql))).toEqual([]);
  });

  it('are not kept of more patients than the memory of a page is good for', async () => {
    const counting = (patients: number): Engine => ({
      version: engine.version,
      query: async () => ({ rowCount: 1, columns: { patients: [patients] } }),
      run: async () => undefined,
      check: async () => undefined,
      close: async () => undefined,
    });
    expect(await readyWaits(counting(300_000))).not.toMatch(/\bmolecular\b/);
    expect(await readyWaits(counting(300_001))).toMatch(/\bmolecular\b/);
  });

  it('stand in the order of the names of the phases', async () => {
    const { signal } = new AbortController();
    const rows = await sampleWaitRows.ask(engine, { cohort: everyone }, { signal });
    const keys = rows.map(({ phase, day, cause }) => [phase, String(day).padStart(6, '0'), cause].join(' '));
    expect(keys.length).toBeGreaterThan(100);
    expect(keys).toEqual(keys.toSorted());
  });
});
