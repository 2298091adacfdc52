import type { RawExtract } from './raw-extract';

/*
 * The milestones of ELN 2020 a second time, from the raw rows, by code that shares nothing with src.
 */

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
const month = 365.25 / 12;

type Sample = RawExtract['molecular'][number];

const percentOf = (sample: Sample): number | null => {
  if (!sample.on_international_scale || sample.validation === 'rejected') return null;
  if (sample.detected) return (sample.bcr_abl1_is_pct ?? 0) > 0 ? sample.bcr_abl1_is_pct : null;
  const needed = { ABL1: 10_000, GUSB: 24_000 }[sample.control_gene] ?? Number.POSITIVE_INFINITY;
  return (sample.control_copies ?? 0) >= needed ? 0 : null;
};

function byPatient<Row extends { patient_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.patient_id);
    if (own === undefined) found.set(row.patient_id, [row]);
    else own.push(row);
  }
  return found;
}

export interface TreatedPatient {
  readonly patient: string;
  readonly centre: string;
  readonly firstTki: string;
  readonly firstTkiDay: number;
  /** Evaluable samples by day; none for an atypical transcript. */
  readonly samples: readonly { readonly day: number; readonly months: number; readonly percent: number }[];
}

/** Everybody who had a TKI, with what was read since diagnosis. */
export function treatedPatients(raw: RawExtract): readonly TreatedPatient[] {
  const atypical = new Set(
    raw.diagnosis
      .filter(({ transcript }) => ['e1a2', 'e19a2', 'other'].includes(transcript ?? ''))
      .map(({ patient_id }) => patient_id),
  );
  const bySample = byPatient(raw.molecular);
  const byLine = byPatient(raw.treatment_line.filter(({ drug }) => tki.includes(drug)));
  return raw.patient.flatMap(({ patient_id, centre_id }) => {
    const first = (byLine.get(patient_id) ?? []).toSorted(
      (a, b) => a.start_day - b.start_day || a.line_number - b.line_number,
    )[0];
    if (first === undefined) return [];
    const samples = (atypical.has(patient_id) ? [] : (bySample.get(patient_id) ?? []))
      .flatMap((sample) => {
        const percent = percentOf(sample);
        if (percent === null) return [];
        return { day: sample.day, months: (sample.day - first.start_day) / month, percent };
      })
      .toSorted((a, b) => a.day - b.day);
    return {
      patient: patient_id,
      centre: centre_id,
      firstTki: first.drug,
      firstTkiDay: first.start_day,
      samples,
    };
  });
}

const windows = { 3: [2, 4.5], 6: [4.5, 9], 12: [9, 15] } as const;

/** The sample of a milestone: nearest to the month, the earlier, the higher. */
export function sampleAt({ samples }: TreatedPatient, at: 3 | 6 | 12) {
  const [from, to] = windows[at];
  return samples
    .filter(({ months }) => months >= from && months < to)
    .toSorted(
      (a, b) =>
        Math.abs(a.months - at) - Math.abs(b.months - at) || a.months - b.months || b.percent - a.percent,
    )[0];
}

export type Verdict = 'optimal' | 'warning' | 'failure' | 'not_assessed';

/** The verdict of ELN 2020 at a milestone. */
export function verdict2020(patient: TreatedPatient, at: 3 | 6 | 12): Verdict {
  const sample = sampleAt(patient, at);
  if (sample === undefined) return 'not_assessed';
  const { percent } = sample;
  if (at === 12) return percent <= 0.1 ? 'optimal' : percent <= 1 ? 'warning' : 'failure';
  if (at === 6) return percent <= 1 ? 'optimal' : percent <= 10 ? 'warning' : 'failure';
  if (percent <= 10) return 'optimal';
  const second = patient.samples
    .filter(({ day }) => (day - sample.day) / month >= 1 && (day - sample.day) / month <= 3)
    .toSorted((a, b) => a.day - b.day || b.percent - a.percent)[0];
  return second !== undefined && second.percent > 10 ? 'failure' : 'warning';
}

/** The verdict of ELN 2013, molecular part. */
export function verdict2013(patient: TreatedPatient, at: 3 | 6 | 12): Verdict {
  if (at === 12) return verdict2020(patient, 12);
  const sample = sampleAt(patient, at);
  if (sample === undefined) return 'not_assessed';
  if (at === 3) return sample.percent <= 10 ? 'optimal' : 'warning';
  return sample.percent < 1 ? 'optimal' : sample.percent <= 10 ? 'warning' : 'failure';
}
