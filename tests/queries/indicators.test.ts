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

/** No TKI. */
const others = "('interferon','hydroxycarbamide','allogeneic_transplant','other')";

/** TKI lines in their order, with the day on which each ends for the clock. */
const lines = `lines as (
    select patient_id, drug, start_day, start_year, stop_day, stop_reason,
      row_number() over w as r, least(stop_day, lead(start_day) over w) as end_day
    from 'treatment_line.parquet' where drug not in ${others}
    window w as (partition by patient_id order by start_day, line_number))`;

/** Samples that have a class, of transcripts that the scale measures: the day, the value, and whether it is MR4. */
const readable = `readable as (
    select patient_id, day, x, x <= 0.01 and enough as mr4
    from (select m.patient_id, m.day, case when detected then bcr_abl1_is_pct else 0 end as x, detected,
        coalesce(control_copies >= case control_gene when 'ABL1' then 10000 when 'GUSB' then 24000 end, false) as enough
      from 'molecular.parquet' m
      where on_international_scale and validation != 'rejected' and m.patient_id not in (
        select patient_id from 'diagnosis.parquet' where transcript in ('e1a2','e19a2','other')))
    where case when detected then x > 0 else enough end)`;

/** A month of 365.25 / 12 days. */
const month = '30.4375';

/** The first TKI of whom a milestone can be read, and the value that counts for it: of the sample nearest to its month. */
const atMilestone = (at: number, from: number, to: number) => `${lines}, ${readable},
  treated as (
    select l.* from lines l join 'patient.parquet' p using (patient_id)
    where r = 1 and p.last_contact_day >= l.start_day + ${to} * ${month} and patient_id not in (
      select patient_id from 'diagnosis.parquet' where transcript in ('e1a2','e19a2','other'))),
  nearest as (
    select l.patient_id, s.x, row_number() over (partition by l.patient_id
        order by abs((s.day - l.start_day) / ${month} - ${at}), s.day, s.x desc) as place
    from lines l join readable s using (patient_id)
    where r = 1 and s.day >= l.start_day + ${from} * ${month} and s.day < l.start_day + ${to} * ${month}),
  read as (
    select t.patient_id, t.start_year as y, n.x
    from treated t left join nearest n on n.patient_id = t.patient_id and n.place = 1)`;

const sampled = (at: number, from: number, to: number) =>
  `with ${atMilestone(at, from, to)} select y, count(*), count(x), 0 from read group by y`;
const optimal = (at: number, from: number, to: number, most: number) =>
  `with ${atMilestone(at, from, to)}
    select y, count(*), count(*) filter (where x <= ${most}), count(*) - count(x) from read group by y`;

/** The calendar year of a day, counted from the middle of the year of diagnosis. */
const yearOf = (day: string) => `diagnosis_year + cast(floor((${day} + 182.625) / 365.25) as integer)`;

/** The rules written again, on the Parquet files, in words of their own: units, met and not known per year. */
const independent: Readonly<Record<IndicatorId, string>> = {
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
  generic_imatinib: `
    select start_year as y, count(*), coalesce(sum(case when generic then 1 end), 0), count(*) - count(generic)
    from 'treatment_line.parquet' where drug = 'imatinib' group by y`,
  stop_attempted_when_eligible: `
    with ${lines}, ${readable},
    decided as (
      select patient_id, diagnosis_year as y, count(a.patient_id) as attempts,
        coalesce(min(a.stop_day), any_value(p.last_contact_day)) as day
      from 'patient.parquet' p left join 'treatment_free_attempt.parquet' a using (patient_id)
      group by patient_id, diagnosis_year),
    treated as (
      select d.patient_id, sum(greatest(0, least(coalesce(l.end_day, d.day), d.day) - l.start_day)) as days
      from decided d join lines l using (patient_id) group by d.patient_id),
    seen as (select s.* from readable s join decided d using (patient_id) where s.day <= d.day),
    broken as (select patient_id, max(day) as day from seen where not mr4 group by patient_id),
    deep as (
      select s.patient_id, max(s.day) - min(s.day) as days
      from seen s left join broken b using (patient_id)
      where b.day is null or s.day > b.day group by s.patient_id)
    select y, count(*), count(*) filter (where attempts > 0), 0
    from decided join treated t using (patient_id) join deep d using (patient_id)
    where t.days >= 5 * 365.25 and d.days >= 24 * ${month} group by y`,
  sample_at_3_months: sampled(3, 2, 4.5),
  sample_at_6_months: sampled(6, 4.5, 9),
  sample_at_12_months: sampled(12, 9, 15),
  optimal_at_3_months: optimal(3, 2, 4.5, 10),
  optimal_at_6_months: optimal(6, 4.5, 9, 1),
  optimal_at_12_months: optimal(12, 9, 15, 0.1),
  mutation_at_failure: `
    with ${lines}, ${readable},
    reading as (
      select l.patient_id, w.*, l.start_year, l.start_day, s.day, s.x, row_number() over (
          partition by l.patient_id, w.due order by abs((s.day - l.start_day) / ${month} - w.due), s.day, s.x desc) as place
      from lines l join readable s using (patient_id)
      join (values (3, 2, 4.5), (6, 4.5, 9), (12, 9, 15)) as w(due, lower, upper)
        on s.day >= l.start_day + w.lower * ${month} and s.day < l.start_day + w.upper * ${month}
      where r = 1),
    failed as (
      select a.*, row_number() over (partition by patient_id order by due) as which
      from reading a
      where place = 1 and case due
        when 3 then x > 10 and (
          select arg_min(s.x, (s.day, -s.x)) from readable s where s.patient_id = a.patient_id
            and s.day - a.day >= 1 * ${month} and s.day - a.day <= 3 * ${month}) > 10
        when 6 then x > 10 else x > 1 end)
    select start_year as y, count(*), count(*) filter (where exists (
        select 1 from 'mutation.parquet' u where u.patient_id = f.patient_id
          and u.day >= f.start_day + f.lower * ${month} and u.day < f.start_day + (f.upper + 6) * ${month})), 0
    from failed f join 'patient.parquet' p using (patient_id)
    where which = 1 and p.last_contact_day >= f.start_day + (f.upper + 6) * ${month} group by y`,
  six_monthly_in_mmr: `
    with ${lines}, ${readable},
    u as (
      select patient_id, diagnosis_year, p.inclusion_day as i,
        least(p.last_contact_day, coalesce((select min(stop_day) from 'treatment_free_attempt.parquet' a
          where a.patient_id = p.patient_id), 1000000)) as z,
        (select min(s.day) from readable s where s.patient_id = p.patient_id
          and s.day >= l.start_day and s.x <= 0.1) as m,
        l.start_day as a
      from 'patient.parquet' p join lines l using (patient_id) where r = 1),
    w as (
      select u.*, d.day as d from u join (
        select patient_id, day from 'molecular.parquet' union select patient_id, start_day from lines where r = 1) d
        using (patient_id)
      where d.day >= greatest(m, i, a) and d.day < least(m + 365, z) and z >= m + 365),
    v as (
      select patient_id, any_value(${yearOf('m')}) as y, bool_or(z - d > 273 and not exists (
        select 1 from 'molecular.parquet' s where s.patient_id = w.patient_id and s.day > d and s.day <= d + 273)) as gap
      from w group by patient_id)
    select y, count(*), count(*) filter (where not gap), 0 from v group by y`,
  free_12_months_after_stop: `
    with ${lines},
    f as (
      select a.patient_id, a.stop_day as s, diagnosis_year,
        least(coalesce(a.restart_day, 1000000),
          coalesce((select min(start_day) from lines l where l.patient_id = a.patient_id and l.start_day > a.stop_day),
            1000000),
          coalesce((select min(stop_day) from 'treatment_free_attempt.parquet' b
            where b.patient_id = a.patient_id and b.attempt_number > 1), 1000000)) as z
      from 'treatment_free_attempt.parquet' a join 'patient.parquet' p using (patient_id)
      where attempt_number = 1 and p.last_contact_day >= a.stop_day + 365),
    told as (
      select f.patient_id, min(case when detected and bcr_abl1_is_pct > 0.1 then day - s end) as lost, max(day - s) as last
      from f join 'molecular.parquet' m using (patient_id)
      where day > s and day <= z and on_international_scale and validation != 'rejected'
        and case when detected then bcr_abl1_is_pct > 0
          else control_copies >= 3000 * coalesce(conversion_factor, 1) end
      group by f.patient_id)
    select ${yearOf('s')} as y, count(*), count(*) filter (where coalesce(lost, last) >= 365),
      count(*) filter (where lost is null and coalesce(last, 0) < 365)
    from f left join told using (patient_id) group by y`,
  intolerance_within_24_months: `
    with ${lines}
    select start_year as y, count(*),
      count(*) filter (where stop_day <= start_day + 730 and stop_reason = 'intolerance'),
      count(*) filter (where case when stop_day <= start_day + 730 then coalesce(stop_reason, 'unknown') = 'unknown'
        else coalesce(end_day <= start_day + 730, false) end)
    from lines join 'patient.parquet' p using (patient_id)
    where r = 1 and p.last_contact_day >= start_day + 730 group by y`,
  withdrawal_syndrome: `
    select ${yearOf('stop_day')} as y, count(*), count(*) filter (where withdrawal_syndrome),
      count(*) - count(withdrawal_syndrome)
    from 'treatment_free_attempt.parquet' join 'patient.parquet' using (patient_id) group by y`,
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
      const expected = await asked(independent[indicator]);
      expect(expected.length).toBeGreaterThan(3);
      expect(rows).toEqual(expected);
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
