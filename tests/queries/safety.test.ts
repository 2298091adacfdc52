import { adverseEventRates } from '@core/analyses/adverse-event-rates';
import { keyEventIncidence } from '@core/analyses/key-adverse-event';
import { everyone } from '@core/cohort/cohort-definition';
import { termsOf } from '@core/domain/adverse-event';
import type { Engine } from '@data/engine/engine';
import { adverseEvents } from '@data/queries/safety/adverse-events';
import { affectedPatients } from '@data/queries/safety/affected-patients';
import { keyEventRows } from '@data/queries/safety/key-event';
import { DuckDBInstance } from '@duckdb/node-api';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

const options = { signal: new AbortController().signal };

/** The time on each TKI line, written again on the Parquet files. */
const spans = `(
  select l.patient_id, l.line_number, l.drug, l.rank,
    greatest(l.start_day, p.inclusion_day) as a,
    least(coalesce(least(l.stop_day, l.next_start), p.last_contact_day), p.last_contact_day) as b
  from (
    select *, lead(start_day) over w as next_start, row_number() over w as rank
    from read_parquet('public/extract/treatment_line.parquet')
    where drug not in ('interferon', 'hydroxycarbamide', 'allogeneic_transplant', 'other')
    window w as (partition by patient_id order by start_day, line_number)
  ) l join read_parquet('public/extract/patient.parquet') p using (patient_id)
)`;

async function asked(sql: string): Promise<readonly (readonly unknown[])[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return (await connection.runAndReadAll(sql)).getRowsJS();
}

describe('the adverse events of the demonstration', () => {
  it('are as many on as many patient-years as another SQL on the files counts', async () => {
    const rates = adverseEventRates(await adverseEvents.ask(engine, { cohort: everyone }, options));
    const expected = await asked(`
      select s.drug, sum(case when b > a then b - a else 0 end)::double / 365.25,
        (select count(*) from read_parquet('public/extract/adverse_event.parquet') e join ${spans} t
          on e.patient_id = t.patient_id and e.line_number = t.line_number
          where t.drug = s.drug and e.onset_day between t.a and t.b)::double,
        (select count(*) from read_parquet('public/extract/adverse_event.parquet') e join ${spans} t
          on e.patient_id = t.patient_id and e.line_number = t.line_number
          where t.drug = s.drug and e.onset_day between t.a and t.b and e.grade >= 3)::double
      from ${spans} s group by s.drug`);
    const found = rates
      .filter(({ rated }) => rated === 'all')
      .map(({ drug, patientYears, any, severe }) => [drug, patientYears, any.events, severe.events]);
    expect(found.toSorted()).toEqual(expected.toSorted());
    for (const { drug, any } of rates.filter(({ rated }) => rated === 'all')) {
      const parts = rates.filter((rate) => rate.drug === drug && rate.rated !== 'all');
      expect(parts.reduce((sum, part) => sum + part.any.events, 0)).toBe(any.events);
    }
    expect(rates.some(({ rated }) => rated === 'unclassified')).toBe(false);
  });

  it('of pleural effusion on a first dasatinib come as often as the rows say', async () => {
    const found = keyEventIncidence(
      await keyEventRows.ask(engine, { cohort: everyone, event: 'pleural_effusion' }, options),
    );
    const dasatinib = found.find(({ drug }) => drug === 'dasatinib');
    const [[events] = []] = await asked(`
      select count(distinct e.patient_id)::double
      from read_parquet('public/extract/adverse_event.parquet') e
      join ${spans} t on e.patient_id = t.patient_id and e.line_number = t.line_number
      where t.rank = 1 and t.drug = 'dasatinib' and term = 'Pleural effusion' and e.onset_day between t.a and t.b`);
    expect(dasatinib?.curves.causes[0]?.eventCount).toBe(events);
    expect(events).toBeGreaterThan(5);
  });

  it.each(['all', 'gastrointestinal', 'unclassified'] as const)(
    'are of as many patients as another SQL on the files counts: %s',
    async (rated) => {
      const terms = termsOf(rated === 'all' ? 'unclassified' : rated).map((term) => `'${term}'`);
      const isRated = `(${rated === 'all'}) or e.term ${rated === 'unclassified' ? 'not ' : ''}in (${terms.join(', ')})`;
      const expected = await asked(`
        select t.drug, count(distinct e.patient_id)::double,
          (count(distinct e.patient_id) filter (where e.grade >= 3))::double
        from read_parquet('public/extract/adverse_event.parquet') e join ${spans} t
          on e.patient_id = t.patient_id and e.line_number = t.line_number
        where e.onset_day between t.a and t.b and (${isRated}) group by t.drug`);
      const found = await affectedPatients.ask(engine, { cohort: everyone, rated }, options);
      expect(found.map(({ drug, affected, severe }) => [drug, affected, severe]).toSorted()).toEqual(
        expected.toSorted(),
      );
      expect(found.length > 0).toBe(rated !== 'unclassified');
    },
  );

  it('of no known grade are in no rate, and their patients are behind none', async () => {
    await engine.run('update adverse_event set grade = null where grade::integer < 3');
    const events = adverseEventRates(await adverseEvents.ask(engine, { cohort: everyone }, options));
    const found = await affectedPatients.ask(engine, { cohort: everyone, rated: 'all' }, options);
    expect(found.length).toBeGreaterThan(1);
    for (const { drug, affected, severe } of found) {
      expect(affected).toBe(severe);
      const rate = events.find((one) => one.drug === drug && one.rated === 'all');
      expect(rate?.any.events).toBe(rate?.severe.events);
    }
  });
});
