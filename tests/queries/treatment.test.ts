import { firstLineDrugs } from '@core/analyses/first-line-drugs';
import { firstYearDose } from '@core/analyses/first-year-dose';
import { timeOnDrug } from '@core/analyses/time-on-drug';
import { treatmentPathways } from '@core/analyses/treatment-pathways';
import { everyone } from '@core/cohort/cohort-definition';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import type { Engine } from '@data/engine/engine';
import { firstLineDrugRows } from '@data/queries/treatment/first-line-drugs';
import { doseRows } from '@data/queries/treatment/first-year-dose';
import { drugTimeRows } from '@data/queries/treatment/time-on-drug';
import { treatmentPathwayRows } from '@data/queries/treatment/treatment-pathways';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Line = RawExtract['treatment_line'][number];
type Patient = RawExtract['patient'][number];

let engine: Engine;
let raw: RawExtract;
let courses: readonly { readonly patient: Patient; readonly lines: readonly Line[] }[];
const everybody = { cohort: everyone };
const options = { signal: new AbortController().signal };

beforeAll(async () => {
  [engine, raw] = await Promise.all([demonstrationEngine(), readRawExtract('public/extract')]);
  const others = ['interferon', 'hydroxycarbamide', 'allogeneic_transplant', 'other'];
  const byPatient = groupedBy(
    raw.treatment_line
      .filter(({ drug }) => !others.includes(drug))
      .toSorted((a, b) => a.start_day - b.start_day || a.line_number - b.line_number),
    ({ patient_id }) => patient_id,
  );
  courses = raw.patient.flatMap((patient) => {
    const lines = byPatient.get(patient.patient_id);
    return lines === undefined ? [] : [{ patient, lines }];
  });
});
afterAll(() => engine.close());

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const first = (lines: readonly Line[]) => lines[0] as Line;
const endOf = ([line, next]: readonly Line[]) => {
  const ends = [line?.stop_day, next?.start_day].filter((day) => day != null);
  return ends.length === 0 ? null : Math.min(...ends);
};

describe('the treatment of the demonstration, counted again from its rows', () => {
  it('has the first TKIs of each year', async () => {
    const { years, arrivals, patients } = firstLineDrugs(
      await firstLineDrugRows.ask(engine, everybody, options),
    );
    expect(patients).toBe(courses.length);
    for (const { year, bands, patients: begun } of years) {
      const here = courses.map(({ lines }) => first(lines)).filter((line) => line.start_year === year);
      expect(begun).toBe(here.length);
      const imatinib = here.filter(({ drug }) => drug === 'imatinib');
      expect(bands.imatinib_generic).toBe(imatinib.filter(({ generic }) => generic === true).length);
      expect(bands.imatinib).toBe(imatinib.filter(({ generic }) => generic !== true).length);
      expect(bands.nilotinib).toBe(here.filter(({ drug }) => drug === 'nilotinib').length);
    }
    for (const { drug, generic, year } of arrivals) {
      const begun = courses
        .map(({ lines }) => first(lines))
        .filter((line) => line.drug === drug && (!generic || line.generic === true));
      expect([drug, generic, year]).toEqual([
        drug,
        generic,
        Math.min(...begun.map((line) => line.start_year)),
      ]);
    }
  });

  it('has the pathways from line to line, and nobody gets lost', async () => {
    const rows = await treatmentPathwayRows.ask(engine, everybody, options);
    for (const line of [1, 2, 3]) {
      const here = rows.filter((row) => row.line === line);
      const total = here.reduce((sum, { patients }) => sum + patients, 0);
      expect(total).toBe(courses.filter(({ lines }) => lines.length >= line).length);
    }
    const count = (some: typeof rows) => some.reduce((sum, { patients }) => sum + patients, 0);
    expect(
      count(
        rows.filter(
          ({ line, from, to, reason }) =>
            line === 1 && from === 'imatinib' && to === 'dasatinib' && reason === 'intolerance',
        ),
      ),
    ).toBe(
      courses.filter(
        ({ lines: [one, two] }) =>
          one?.drug === 'imatinib' && two?.drug === 'dasatinib' && one.stop_reason === 'intolerance',
      ).length,
    );
    expect(count(rows.filter(({ line, to }) => line === 1 && to === 'dead'))).toBe(
      courses.filter(
        ({ patient, lines: [one, two] }) =>
          two === undefined &&
          (one?.stop_reason === 'death' || (one?.stop_day == null && patient.vital_status === 'dead')),
      ).length,
    );
    const { blocks, flows, patients } = treatmentPathways(rows, tkiDrugs);
    expect(patients).toBe(courses.length);
    for (const block of blocks.filter(({ line }) => line > 1)) {
      const arriving = flows.filter(({ line, to }) => line === block.line - 1 && to === block.node);
      expect(arriving.reduce((sum, flow) => sum + flow.patients, 0)).toBe(block.patients);
    }
  });

  it('has the times on the first TKI with their ends, the late ones at risk from their inclusion on', async () => {
    const rows = await drugTimeRows.ask(engine, everybody, options);
    const given = courses.filter(({ lines }) => first(lines).drug === 'imatinib');
    const seen = given.filter(({ patient, lines }) => {
      const { start_day } = first(lines);
      const day = Math.max(0, (endOf(lines) ?? patient.last_contact_day) - start_day);
      return patient.inclusion_day <= start_day || patient.inclusion_day - start_day < day;
    });
    const { curves, beforeInclusion } = timeOnDrug(rows, 'imatinib');
    expect([curves.n, beforeInclusion]).toEqual([seen.length, given.length - seen.length]);
    const ended = (reasons: readonly string[]) =>
      seen.filter(
        ({ lines }) => endOf(lines) !== null && reasons.includes(first(lines).stop_reason ?? 'unknown'),
      ).length;
    expect(curves.causes.map(({ eventCount }) => eventCount)).toEqual([
      ended(['resistance', 'progression']),
      ended(['intolerance']),
      ended(['treatment_free_remission']),
      ended(['death']) +
        seen.filter(({ patient, lines }) => endOf(lines) === null && patient.vital_status === 'dead').length,
      ended(['pregnancy', 'patient_choice', 'availability', 'other', 'unknown']),
    ]);
  });

  it('has the doses of the first TKI a year after its start', async () => {
    const rows = await doseRows.ask(engine, everybody, options);
    const doses = firstYearDose(rows);
    for (const { drug, bands, patients, notFollowed } of doses) {
      const given = courses.filter(({ lines }) => first(lines).drug === drug);
      const followed = given.filter(
        ({ patient, lines }) => patient.last_contact_day >= first(lines).start_day + 365,
      );
      expect([drug, patients, notFollowed]).toEqual([drug, followed.length, given.length - followed.length]);
      const bandOf = (lines: readonly Line[]) => {
        const line = first(lines);
        const end = endOf(lines);
        if (end !== null && end <= line.start_day + 365) return 'stopped';
        const change = raw.dose_change
          .filter(
            (row) =>
              row.patient_id === line.patient_id &&
              row.line_number === line.line_number &&
              row.day <= line.start_day + 365,
          )
          .toSorted((a, b) => a.day - b.day)
          .at(-1);
        const dose = change?.daily_dose_mg ?? line.daily_dose_mg;
        if (dose === 0) return 'interrupted';
        if (dose === null || line.daily_dose_mg === null) return 'unknown';
        return dose < line.daily_dose_mg ? 'lower' : dose > line.daily_dose_mg ? 'higher' : 'same';
      };
      const expected = groupedBy(followed, ({ lines }) => bandOf(lines));
      for (const [band, size] of Object.entries(bands))
        expect([drug, band, size]).toEqual([drug, band, expected.get(band as never)?.length ?? 0]);
    }
  });
});
