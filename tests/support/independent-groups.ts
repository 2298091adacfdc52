import { independentElts } from './independent-curves';
import type { RawExtract } from './raw-extract';

/*
 * The group of each patient for every variable a curve may be split by, from the raw rows, by code that shares nothing
 * with src. A patient without an entry, or with `null`, is on no curve.
 */

export type GroupsOfPatients = ReadonlyMap<string, string | null>;

const tki = [
  'imatinib',
  'dasatinib',
  'nilotinib',
  'bosutinib',
  'ponatinib',
  'asciminib',
  'imatinib+interferon',
  'second_generation+interferon',
];

const firstLineGroup: Readonly<Record<string, string>> = {
  imatinib: 'imatinib',
  dasatinib: 'second_generation',
  nilotinib: 'second_generation',
  bosutinib: 'second_generation',
  ponatinib: 'second_generation',
  asciminib: 'second_generation',
  'imatinib+interferon': 'interferon_combination',
  'second_generation+interferon': 'interferon_combination',
};

const below = (value: number, ...steps: readonly (readonly [limit: number, name: string])[]) =>
  steps.find(([limit]) => value < limit)?.[1] ?? null;

export function independentGroups(raw: RawExtract): Readonly<Record<string, GroupsOfPatients>> {
  const linesOf = new Map<string, RawExtract['treatment_line'][number][]>();
  for (const line of raw.treatment_line) {
    linesOf.set(line.patient_id, [...(linesOf.get(line.patient_id) ?? []), line]);
  }
  const of = <Row extends { patient_id: string }>(rows: readonly Row[], group: (row: Row) => string | null) =>
    new Map(rows.map((row) => [row.patient_id, group(row)]));
  return {
    sex: of(raw.patient, (row) => row.sex),
    age_at_diagnosis: of(raw.patient, (row) =>
      below(row.age_at_diagnosis_years, [50, '<50'], [65, '50-64'], [Number.POSITIVE_INFINITY, '>=65']),
    ),
    diagnosis_period: of(raw.patient, (row) =>
      below(row.diagnosis_year, [2010, '<2010'], [2015, '2010-2014'], [Number.POSITIVE_INFINITY, '>=2015']),
    ),
    transcript: of(raw.diagnosis, ({ transcript }) =>
      transcript === null || ['e13a2', 'e14a2', 'e13a2+e14a2'].includes(transcript) ? transcript : 'atypical',
    ),
    elts: independentElts(raw),
    first_line: of(raw.patient, ({ patient_id }) => {
      const lines = (linesOf.get(patient_id) ?? []).toSorted((a, b) => a.line_number - b.line_number);
      const first = lines.find((line) => line.drug !== 'hydroxycarbamide');
      if (lines.length === 0) return null;
      return firstLineGroup[first?.drug ?? ''] ?? 'other';
    }),
    tki_duration: of(
      raw.treatment_free_attempt.filter((row) => row.attempt_number === 1),
      ({ patient_id, stop_day }) => {
        const lines = (linesOf.get(patient_id) ?? [])
          .filter((line) => tki.includes(line.drug) && line.start_day < stop_day)
          .toSorted((a, b) => a.start_day - b.start_day || a.line_number - b.line_number);
        if (lines.length === 0) return null;
        const days = lines.map((line, index) => {
          const ends = [line.stop_day, lines[index + 1]?.start_day ?? null, stop_day];
          return Math.max(0, Math.min(...ends.filter((end) => end !== null)) - line.start_day);
        });
        const years = days.reduce((sum, one) => sum + one, 0) / 365.25;
        return below(years, [5, '<5'], [8, '5-8'], [Number.POSITIVE_INFINITY, '>=8']);
      },
    ),
  };
}
