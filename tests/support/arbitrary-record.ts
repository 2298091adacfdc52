import type { LinkedTable, PatientRecord } from '@core/cohort/patient-record';
import { linkedTables } from '@core/cohort/patient-record';
import {
  adverseEventActions,
  type CentreRow,
  centreTypes,
  controlGenes,
  type DiagnosisRow,
  deathCauses,
  drugs,
  type ExtractRows,
  type ExtractTableName,
  extractTableNames,
  lineStopReasons,
  molecularMethods,
  type PatientRow,
  phaseClassifications,
  phaseEventKinds,
  phases,
  promInstruments,
  restartReasons,
  sexes,
  specimens,
  transcripts,
} from '@core/domain/extract-tables';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { extractContract } from '@data/contracts/extract-contract';
import fc from 'fast-check';

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 4) => fc.option(arbitrary, { nil: null, freq });
const code = <T>(codes: readonly T[]) => fc.constantFrom(...codes);
const whole = (min: number, max: number) => fc.integer({ min, max });

/** Days that meet: the ends of windows of months and years, on both sides, and few enough to fall on one day. */
const meetingDays = [0, 1, 30, 60, 61, 91, 92, 136, 137, 182, 183, 273, 274, 365, 366, 456, 457, 730, 731];
const day = fc.oneof(
  { weight: 3, arbitrary: whole(-40, 1200) },
  { weight: 3, arbitrary: code(meetingDays) },
  { weight: 1, arbitrary: whole(1200, 4500) },
  { weight: 1, arbitrary: code([1460, 1461, 1826, 1827, 1828, 2556, 2557]) },
);

/** Values and control copies on both sides of every limit, and in between. */
const percent = fc.oneof(
  code([
    0, 0.0005, 0.001, 0.0011, 0.003, 0.0032, 0.0033, 0.01, 0.011, 0.1, 0.11, 1, 1.1, 10, 10.1, 35, 60, 85,
  ]),
  fc.double({ min: -4, max: 2, noNaN: true }).map((log10) => 10 ** log10),
);
const copies = fc.oneof(
  { weight: 3, arbitrary: code([10_000, 24_000, 32_000, 77_000, 100_000, 240_000, 300_000]) },
  { weight: 1, arbitrary: code([0, 1, 2_999, 3_000, 9_999, 23_999, 31_999, 76_999, 99_999, 239_999]) },
);

/** The rows of one patient without the identifier, which the extract gives. */
type Draft<Table extends ExtractTableName> = Omit<ExtractRows[Table], 'patient_id'>;

const patientDraft: fc.Arbitrary<Draft<'patient'>> = fc.record({
  centre_id: code(['C01', 'C02', 'C03', 'C04']),
  sex: code(sexes),
  age_at_diagnosis_years: fc.oneof(whole(0, 100), code([17, 18, 49, 50, 64, 65])),
  diagnosis_year: whole(1998, 2025),
  inclusion_day: fc.oneof(fc.constant(0), day),
  consent: fc.constant('granted' as const),
  vital_status: code(['alive', 'alive', 'dead'] as const),
  last_contact_day: fc.oneof(day, whole(0, 7000)),
  death_cause: maybe(code(deathCauses), 2),
});

const diagnosisDraft: fc.Arbitrary<Draft<'diagnosis'>> = fc.record({
  phase: code(phases),
  phase_classification: code(phaseClassifications),
  transcript: maybe(
    fc.oneof(
      { weight: 3, arbitrary: code(transcripts.slice(0, 3)) },
      { weight: 1, arbitrary: code(transcripts) },
    ),
  ),
  spleen_cm: maybe(fc.oneof(whole(0, 25), fc.double({ min: 0, max: 30, noNaN: true }))),
  platelets_g_l: maybe(fc.oneof(whole(0, 3000), code([0, 1499, 1500, 350_000]))),
  leukocytes_g_l: maybe(fc.double({ min: 0, max: 600, noNaN: true })),
  haemoglobin_g_l: maybe(whole(40, 180)),
  blasts_pct: maybe(fc.oneof(whole(0, 40), fc.double({ min: 0, max: 40, noNaN: true }))),
  eosinophils_pct: maybe(whole(0, 20)),
  basophils_pct: maybe(fc.oneof(whole(0, 30), code([2.9, 3]))),
  high_risk_aca: maybe(fc.boolean()),
  charlson_index: maybe(whole(0, 9)),
});

const drug = fc.oneof({ weight: 3, arbitrary: code(tkiDrugs) }, { weight: 1, arbitrary: code(drugs) });

/** Any rows that the keys of the contract allow; the words of open text are few, so that rules meet them. */
const drafts: { readonly [Table in LinkedTable]: fc.Arbitrary<Draft<Table>> } = {
  treatment_line: fc
    .record({
      line_number: whole(1, 6),
      drug,
      start_day: fc.oneof(fc.constant(0), day),
      stop_day: maybe(fc.oneof({ weight: 4, arbitrary: whole(0, 3000) }, { weight: 1, arbitrary: day }), 3),
      counted: fc.boolean(),
      start_year: whole(2000, 2025),
      daily_dose_mg: maybe(code([100, 300, 400, 600])),
      generic: maybe(fc.boolean()),
      stop_reason: maybe(code(lineStopReasons)),
    })
    .map(({ counted, ...line }) => ({
      ...line,
      // Mostly a length after the start; else any day, even before it: the contract does not forbid it.
      stop_day: line.stop_day !== null && counted ? line.start_day + line.stop_day : line.stop_day,
    })),
  dose_change: fc.record({
    line_number: whole(1, 4),
    day,
    daily_dose_mg: code([0, 50, 100, 300, 400]),
    reason: maybe(code(['toxicity', 'response'])),
  }),
  molecular: fc.record({
    day,
    bcr_abl1_is_pct: maybe(percent, 6),
    detected: fc.boolean(),
    control_gene: code([...controlGenes, 'ABL1', 'ABL1'] as const),
    control_copies: maybe(copies, 6),
    bcr_abl1_copies: maybe(whole(0, 5000)),
    conversion_factor: maybe(code([0.5, 0.8, 1, 1.7])),
    on_international_scale: code([true, true, true, true, false]),
    method: code(molecularMethods),
    laboratory_id: maybe(code(['L01', 'L02'])),
    specimen: code(specimens),
    validation: code(['validated', 'validated', 'pending', 'rejected'] as const),
  }),
  mutation: fc.record({
    day,
    variant: code(['T315I', 'Y253H', 'E255K']),
    variant_allele_pct: maybe(whole(1, 100)),
    method: maybe(code(['Sanger', 'NGS'])),
  }),
  cytogenetics: fc.record({
    day,
    ph_positive_metaphases: maybe(whole(0, 20)),
    metaphases: maybe(whole(0, 20)),
    high_risk_aca: maybe(fc.boolean()),
  }),
  phase_event: fc.record({ day, event: code(phaseEventKinds) }),
  adverse_event: fc.record({
    line_number: maybe(whole(1, 4)),
    onset_day: day,
    resolved_day: maybe(day),
    term: code(['Pleural effusion', 'Myalgia', 'Rash']),
    grade: whole(1, 5),
    related: maybe(fc.boolean()),
    action: maybe(code(adverseEventActions)),
  }),
  prom: fc.record({
    day,
    instrument: code(promInstruments),
    scale: code(['fatigue', 'global']),
    score: fc.oneof(whole(0, 100), fc.double({ min: 0, max: 100, noNaN: true })),
  }),
  treatment_free_attempt: fc.record({
    attempt_number: whole(1, 3),
    stop_day: day,
    restart_day: maybe(day, 2),
    restart_reason: maybe(code(restartReasons)),
    withdrawal_syndrome: maybe(fc.boolean()),
  }),
};

const mostRows: Readonly<Partial<Record<LinkedTable, number>>> = { molecular: 14, treatment_line: 5 };

/** The columns of the contract's key, the patient left out. */
const keyOf = (name: ExtractTableName): readonly string[] =>
  (extractContract.tables.find((table) => table.name === name)?.key ?? []).filter(
    (column) => column !== 'patient_id',
  );

function rowsOf<Table extends LinkedTable>(
  table: Table,
  draft = drafts[table] as fc.Arbitrary<Draft<Table>>,
): fc.Arbitrary<readonly Draft<Table>[]> {
  const key = keyOf(table);
  return fc.uniqueArray(draft, {
    maxLength: mostRows[table] ?? 3,
    size: '+1',
    selector: (row) => JSON.stringify(key.map((column) => row[column as keyof Draft<Table>])),
  });
}

/** Samples of a patient who stays in deep response, or never has any: what single dice would hardly throw. */
const courses = fc.oneof(
  { weight: 2, arbitrary: rowsOf('molecular') },
  { weight: 1, arbitrary: rowsOf('molecular', evaluable(code([0.0005, 0.001, 0.003, 0.0032, 0.01]))) },
  { weight: 1, arbitrary: rowsOf('molecular', evaluable(code([0.11, 1, 1.1, 10, 35]))) },
  { weight: 1, arbitrary: rowsOf('molecular', evaluable(code([10, 10.1, 35]))) },
);

function evaluable(values: fc.Arbitrary<number>): fc.Arbitrary<Draft<'molecular'>> {
  return fc.record({ sample: drafts.molecular, bcr_abl1_is_pct: values }).map(({ sample, ...value }) => ({
    ...sample,
    ...value,
    detected: true,
    control_copies: 250_000,
    on_international_scale: true,
    validation: 'validated',
  }));
}

/** The rows of one patient whatever the extract; the identifier and the centre's row come from the extract. */
const arbitraryHistory = fc.record({
  patient: patientDraft,
  diagnosis: maybe(diagnosisDraft, 9),
  rows: fc.record(
    Object.fromEntries(
      linkedTables.map((table) => [table, table === 'molecular' ? courses : rowsOf(table)]),
    ) as { [Table in LinkedTable]: fc.Arbitrary<readonly Draft<Table>[]> },
  ),
});

/** A sample of the first months, on both sides of the baseline, of month 3 and of its confirmation. */
const earlySample = fc
  .record({
    sample: evaluable(code([5, 10, 10.1, 35, 80])),
    day: code([-92, -91, 0, 7, 8, 61, 91, 121, 122, 182, 183]),
  })
  .map(({ sample, day }) => ({ ...sample, day }));

type History = typeof arbitraryHistory extends fc.Arbitrary<infer Of> ? Of : never;

/**
 * A history on the edge of eligibility for a stop, which single dice would hardly throw: chronic phase, few TKI lines
 * of years, samples that are mostly deep, ends and reasons of every kind.
 */
const edgeOfStop: fc.Arbitrary<History> = fc
  .record({
    history: arbitraryHistory,
    transcript: maybe(code(transcripts.slice(0, 3)), 9),
    lines: fc.array(
      fc.record({
        drug: fc.oneof(code(['imatinib', 'dasatinib', 'nilotinib'] as const), code(tkiDrugs)),
        days: code([700, 1095, 1096, 1461, 1462, 1826, 1827, 2600]),
        stop_reason: maybe(code(['intolerance', 'intolerance', 'resistance', 'unknown'] as const), 5),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    first: code([0.0005, 0.01, 0.05, 0.5, 1, 9]),
    early: rowsOf('molecular', earlySample),
    deep: rowsOf('molecular', evaluable(code([0.0005, 0.001, 0.003, 0.0032, 0.0032, 0.01, 0.011]))),
    lastDay: whole(1000, 4500),
    stopped: fc.boolean(),
    steady: fc.boolean(),
  })
  .map(({ history, transcript, lines, first, early, deep: mostlyDeep, lastDay, stopped, steady }) => {
    const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, { days }) => sum + days, 0));
    const [line] = history.rows.treatment_line;
    // The steady ones never were but in MR4.5, nor ended a line but for intolerance.
    const deep = mostlyDeep.filter((one) => !steady || (one.bcr_abl1_is_pct ?? 0) <= 0.0032);
    const [sample] = deep;
    const [attempt] = history.rows.treatment_free_attempt;
    return {
      ...history,
      patient: { ...history.patient, last_contact_day: lastDay },
      diagnosis: history.diagnosis === null ? null : { ...history.diagnosis, phase: 'CP', transcript },
      rows: {
        ...history.rows,
        treatment_line: lines.map(({ drug, days, stop_reason }, index) => ({
          ...(line ?? { start_year: 2015, daily_dose_mg: null, generic: null }),
          line_number: index + 1,
          drug,
          start_day: starts[index] ?? 0,
          stop_day: index === lines.length - 1 ? null : (starts[index] ?? 0) + days,
          stop_reason: index === lines.length - 1 ? null : steady ? 'intolerance' : stop_reason,
        })),
        molecular:
          sample === undefined || steady
            ? deep
            : [...early, ...deep, { ...sample, day: 364, bcr_abl1_is_pct: first }],
        phase_event: history.rows.phase_event.slice(0, 1).filter(({ day }) => day > 1200),
        treatment_free_attempt:
          stopped && attempt !== undefined
            ? [{ ...attempt, attempt_number: 1, stop_day: lastDay - 100 }]
            : [],
      },
    };
  });

const optionalTables = extractContract.tables
  .filter((table) => !table.required)
  .map((table) => table.name as ExtractTableName);

const centreRow: fc.Arbitrary<Omit<CentreRow, 'centre_id'>> = fc.record({
  centre_type: code(centreTypes),
  first_inclusion_year: maybe(whole(2013, 2020)),
});

/**
 * Any extract of a few patients, as records in the order of `patient_key`: optional tables absent now and then (their
 * rows are empty and `present` leaves them out), patients without diagnosis, several rows on one day, nulls wherever
 * the contract allows them.
 */
export function arbitraryRecords(
  mostPatients = 12,
  fewestPatients = 0,
): fc.Arbitrary<readonly PatientRecord[]> {
  return fc
    .record({
      histories: fc.array(
        fc.oneof({ weight: 2, arbitrary: arbitraryHistory }, { weight: 1, arbitrary: edgeOfStop }),
        { minLength: fewestPatients, maxLength: mostPatients },
      ),
      absent: fc.oneof(
        { weight: 2, arbitrary: fc.constant<ExtractTableName[]>([]) },
        { weight: 1, arbitrary: fc.subarray(optionalTables) },
      ),
      centres: fc.dictionary(code(['C01', 'C02', 'C03']), centreRow),
    })
    .map(({ histories, absent, centres }) => {
      const present = new Set(extractTableNames.filter((name) => !absent.includes(name)));
      return histories.map(({ patient, diagnosis, rows }, index): PatientRecord => {
        const patient_id = `P${String(index).padStart(4, '0')}`;
        const centre = present.has('centre') ? centres[patient.centre_id] : undefined;
        return {
          patient: { patient_id, ...patient } satisfies PatientRow,
          diagnosis: diagnosis === null ? null : ({ patient_id, ...diagnosis } satisfies DiagnosisRow),
          centre: centre === undefined ? null : { centre_id: patient.centre_id, ...centre },
          rows: Object.fromEntries(
            linkedTables.map((table) => [
              table,
              present.has(table) ? rows[table].map((row) => ({ patient_id, ...row })) : [],
            ]),
          ) as unknown as PatientRecord['rows'],
          present,
        };
      });
    });
}
