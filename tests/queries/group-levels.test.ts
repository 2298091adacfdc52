import { type GroupVariable, groupLevels, groupVariables } from '@core/analyses/group-variable';
import { everyone } from '@core/cohort/cohort-definition';
import { drugs, transcripts } from '@core/domain/extract-tables';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { endpointEvents } from '@data/queries/endpoint-events';
import { putRow, startWithEmptyTables } from '@tests/support/hand-made-tables';
import { describe, expect, it } from 'vitest';

type Line = readonly [drug: string, start: number, stop: number | null, number?: number];

/** One patient who stopped a TKI; what is not given is not recorded. */
interface Given {
  readonly sex?: string;
  readonly age?: number;
  readonly year?: number;
  readonly transcript?: string;
  readonly spleen?: number;
  readonly platelets?: number;
  readonly blasts?: number;
  readonly lines?: readonly Line[];
  readonly diagnosis?: 'none';
}

const stopDay = 8000;
const { endpoint } = endpointPresets['euro-ski-mrfs'];

/**
 * The group that each patient falls into, through ingest's tables, the derived facts and the question. Patient k is
 * recognised by an end of follow-up k + 1 days after the stop.
 */
async function levelsOf(groupBy: GroupVariable, patients: readonly Given[]) {
  const engine = await startWithEmptyTables();
  try {
    for (const [key, given] of patients.entries()) {
      await putRow(engine, 'patient', {
        patient_key: key,
        patient_id: `P${key}`,
        sex: given.sex ?? null,
        age_at_diagnosis_years: given.age ?? null,
        diagnosis_year: given.year ?? null,
      });
      if (given.diagnosis !== 'none') {
        await putRow(engine, 'diagnosis', {
          patient_key: key,
          transcript: given.transcript ?? null,
          spleen_cm: given.spleen ?? null,
          platelets_g_l: given.platelets ?? null,
          blasts_pct: given.blasts ?? null,
        });
      }
      for (const [index, [drug, start, stop, number]] of (given.lines ?? []).entries()) {
        await putRow(engine, 'treatment_line', {
          patient_key: key,
          line_number: number ?? index + 1,
          drug,
          start_day: start,
          stop_day: stop,
        });
      }
      await putRow(engine, 'treatment_free_attempt', {
        patient_key: key,
        attempt_number: 1,
        stop_day: stopDay,
      });
      await putRow(engine, 'molecular', {
        patient_key: key,
        day: stopDay + key + 1,
        detected: false,
        control_gene: 'ABL1',
        control_copies: 50_000,
        on_international_scale: true,
        validation: 'validated',
      });
    }
    await deriveTables(engine);
    const { signal } = new AbortController();
    const { rows } = await endpointEvents.ask(engine, { cohort: everyone, endpoint, groupBy }, { signal });
    expect(rows.map(({ day, kind, patients: count }) => [day, kind, count]).toSorted(byDay)).toEqual(
      patients.map((_, key) => [key + 1, null, 1]),
    );
    return patients.map((_, key) => rows.find(({ day }) => day === key + 1)?.level);
  } finally {
    await engine.close();
  }
}

const byDay = (a: readonly unknown[], b: readonly unknown[]) => Number(a[0]) - Number(b[0]);

/** Checks pairs of a patient and the level; every level of the variable must occur, and "not known" too. */
async function expectLevels(groupBy: GroupVariable, cases: readonly (readonly [Given, string | null])[]) {
  const found = await levelsOf(
    groupBy,
    cases.map(([given]) => given),
  );
  expect(cases.map(([given], index) => [given, found[index]])).toEqual(cases);
  expect(new Set(found)).toEqual(new Set([...groupLevels[groupBy], null]));
}

const imatinib = (start: number, stop: number | null): Line => ['imatinib', start, stop];

const cases: Readonly<Record<GroupVariable, readonly (readonly [Given, string | null])[]>> = {
  sex: [
    [{ sex: 'F' }, 'F'],
    [{ sex: 'M' }, 'M'],
    [{}, null],
  ],
  age_at_diagnosis: [
    [{ age: 0 }, '<50'],
    [{ age: 18 }, '<50'],
    [{ age: 49 }, '<50'],
    [{ age: 50 }, '50-64'],
    [{ age: 64 }, '50-64'],
    [{ age: 65 }, '>=65'],
    [{ age: 101 }, '>=65'],
    [{}, null],
  ],
  diagnosis_period: [
    [{ year: 1998 }, '<2010'],
    [{ year: 2009 }, '<2010'],
    [{ year: 2010 }, '2010-2014'],
    [{ year: 2014 }, '2010-2014'],
    [{ year: 2015 }, '>=2015'],
    [{ year: 2025 }, '>=2015'],
    [{}, null],
  ],
  transcript: [
    [{ transcript: 'e13a2' }, 'e13a2'],
    [{ transcript: 'e14a2' }, 'e14a2'],
    [{ transcript: 'e13a2+e14a2' }, 'e13a2+e14a2'],
    [{ transcript: 'e1a2' }, 'atypical'],
    [{ transcript: 'e19a2' }, 'atypical'],
    [{ transcript: 'other' }, 'atypical'],
    [{}, null],
    [{ diagnosis: 'none' }, null],
  ],
  // 0.0025 · (40 / 10)³ + 0.4104 / √1 = 0.5704; each blast adds 0.1052, each centimetre of spleen 0.0615.
  elts: [
    [{ age: 40, platelets: 1000, spleen: 0, blasts: 0 }, 'low'],
    [{ age: 40, platelets: 1000, spleen: 0, blasts: 9.48 }, 'low'], // 1.567696
    [{ age: 40, platelets: 1000, spleen: 0, blasts: 9.49 }, 'intermediate'], // 1.568748
    [{ age: 40, platelets: 1000, spleen: 16, blasts: 0 }, 'low'], // 1.5544
    [{ age: 40, platelets: 1000, spleen: 17, blasts: 0 }, 'intermediate'], // 1.6159
    [{ age: 40, platelets: 1000, spleen: 0, blasts: 15.66 }, 'intermediate'], // 2.217832
    [{ age: 40, platelets: 1000, spleen: 0, blasts: 15.67 }, 'high'], // 2.218884
    [{ age: 80, platelets: 250, spleen: 2, blasts: 0 }, 'high'], // 1.28 + 0.8208 + 0.123 = 2.2238
    [{ age: 80, platelets: 250, spleen: 1, blasts: 0 }, 'intermediate'], // 2.1623
    [{ platelets: 1000, spleen: 0, blasts: 0 }, null],
    [{ age: 40, spleen: 0, blasts: 0 }, null],
    [{ age: 40, platelets: 0, spleen: 0, blasts: 0 }, null],
    [{ age: 40, platelets: 1000, blasts: 0 }, null],
    [{ age: 40, platelets: 1000, spleen: 0 }, null],
    [{ age: 40, diagnosis: 'none' }, null],
  ],
  first_line: [
    [{ lines: [['imatinib', 0, stopDay]] }, 'imatinib'],
    [{ lines: [['dasatinib', 0, stopDay]] }, 'second_generation'],
    [{ lines: [['nilotinib', 0, stopDay]] }, 'second_generation'],
    [{ lines: [['bosutinib', 0, stopDay]] }, 'second_generation'],
    [{ lines: [['ponatinib', 0, stopDay]] }, 'second_generation'],
    [{ lines: [['asciminib', 0, stopDay]] }, 'second_generation'],
    [{ lines: [['imatinib+interferon', 0, stopDay]] }, 'interferon_combination'],
    [{ lines: [['second_generation+interferon', 0, stopDay]] }, 'interferon_combination'],
    [{ lines: [['interferon', 0, 900], imatinib(900, stopDay)] }, 'other'],
    [{ lines: [['allogeneic_transplant', 0, 900], imatinib(900, stopDay)] }, 'other'],
    [{ lines: [['other', 0, 900], imatinib(900, stopDay)] }, 'other'],
    [{ lines: [['hydroxycarbamide', 0, stopDay]] }, 'other'],
    [{ lines: [] }, null],
    // Hydroxycarbamide before the first TKI bridges, it is no line of its own.
    [{ lines: [['hydroxycarbamide', 0, 20], imatinib(20, stopDay)] }, 'imatinib'],
    [{ lines: [imatinib(0, 900), ['nilotinib', 900, stopDay]] }, 'imatinib'],
    // The number of the line decides, not the order of the rows.
    [
      {
        lines: [
          ['imatinib', 900, stopDay, 2],
          ['nilotinib', 0, 900, 1],
        ],
      },
      'second_generation',
    ],
  ],
  // 8 years of 365.25 days are 2922 days; 5 years are 1826.25, so 1826 days are less and 1827 are more.
  tki_duration: [
    [{ lines: [imatinib(stopDay - 1, stopDay)] }, '<5'],
    [{ lines: [imatinib(0, 1826)] }, '<5'],
    [{ lines: [imatinib(0, 1827)] }, '5-8'],
    [{ lines: [imatinib(0, 2921)] }, '5-8'],
    [{ lines: [imatinib(0, 2922)] }, '>=8'],
    // Gaps do not count, the sum of the lines does.
    [{ lines: [imatinib(0, 1000), imatinib(2000, 2826)] }, '<5'],
    [{ lines: [imatinib(0, 1000), ['dasatinib', 2000, 2827]] }, '5-8'],
    // A line without an end lasts until the stop; one that ends later is cut there.
    [{ lines: [imatinib(stopDay - 2922, null)] }, '>=8'],
    [{ lines: [imatinib(stopDay - 2921, null)] }, '5-8'],
    [{ lines: [imatinib(stopDay - 2921, stopDay + 500)] }, '5-8'],
    // A line that runs into the next one ends where that begins: no day counts twice.
    [{ lines: [imatinib(0, 1800), ['nilotinib', 1000, 1826]] }, '<5'],
    [{ lines: [imatinib(0, null), ['nilotinib', 1000, 1827]] }, '5-8'],
    // What is no TKI does not count, nor what begins at the stop or after it.
    [{ lines: [['interferon', 0, 5000], imatinib(5000, 6000)] }, '<5'],
    [{ lines: [imatinib(0, 1000), imatinib(stopDay + 400, null)] }, '<5'],
    [{ lines: [['hydroxycarbamide', 0, 5000]] }, null],
    [{ lines: [imatinib(stopDay, null)] }, null],
    [{}, null],
  ],
};

describe('the group of a patient', () => {
  it.each(groupVariables)('is that of the raw rows, at every boundary: %s', async (groupBy) => {
    await expectLevels(groupBy, cases[groupBy]);
  });

  it('is known for every transcript and is checked for every drug of the contract', () => {
    const checked = (of: (given: Given) => string | undefined, variable: GroupVariable) =>
      new Set(cases[variable].map(([given]) => of(given)).filter((code) => code !== undefined));
    expect(checked((given) => given.transcript, 'transcript')).toEqual(new Set(transcripts));
    expect(checked((given) => given.lines?.[0]?.[0], 'first_line')).toEqual(new Set(drugs));
  });

  it('is everybody without a variable: nobody unknown', async () => {
    const engine = await startWithEmptyTables();
    await putRow(engine, 'patient', { patient_key: 0, patient_id: 'P0' });
    await putRow(engine, 'treatment_free_attempt', { patient_key: 0, attempt_number: 1, stop_day: stopDay });
    await deriveTables(engine);
    const { signal } = new AbortController();
    const asked = { cohort: everyone, endpoint, groupBy: null };
    expect(await endpointEvents.ask(engine, asked, { signal })).toMatchObject({
      groupBy: null,
      rows: [],
      excluded: [{ reason: 'no_sample', patients: 1 }],
    });
    await engine.close();
  });
});
