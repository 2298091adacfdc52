import type { RawExtract } from './raw-extract';

/*
 * Rules answered a second time, from the raw rows, slowly and in the plainest way, by code that shares nothing with src.
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

export interface ThreeCounts {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
}

/** Patients with any sample at most so high in a window of months after the first TKI began. */
export function independentMmrWindow(
  raw: RawExtract,
  { from, to, atMost }: { readonly from: number; readonly to: number; readonly atMost: number },
): ThreeCounts {
  const counts = { met: 0, notMet: 0, unknown: 0 };
  const samplesOf = groupedByPatient(raw.molecular);
  for (const { patient_id } of raw.patient) {
    const starts = raw.treatment_line
      .filter((line) => line.patient_id === patient_id && tki.includes(line.drug))
      .map((line) => line.start_day);
    const answers = (samplesOf.get(patient_id) ?? [])
      .filter(({ day }) => {
        const months = (day - Math.min(...starts)) / month;
        return starts.length > 0 && months >= from && months <= to;
      })
      .map((sample) => isAtMost(sample, atMost));
    if (answers.includes('yes')) counts.met += 1;
    else if (answers.length === 0 || answers.includes('open')) counts.unknown += 1;
    else counts.notMet += 1;
  }
  return counts;
}

function groupedByPatient<Row extends { readonly patient_id: string }>(rows: readonly Row[]) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.patient_id, [...(groups.get(row.patient_id) ?? []), row]);
  return groups;
}

/** An undetected transcript lies anywhere below what three copies would have read. */
function isAtMost(sample: RawExtract['molecular'][number], most: number): 'yes' | 'no' | 'open' {
  if (!sample.on_international_scale || sample.validation === 'rejected') return 'open';
  if (sample.detected) {
    const percent = sample.bcr_abl1_is_pct ?? 0;
    if (percent <= 0) return 'open';
    return percent <= most ? 'yes' : 'no';
  }
  const copies = sample.control_copies ?? 0;
  if (copies <= 0) return 'open';
  return (3 / copies) * (sample.conversion_factor ?? 1) * 100 <= most ? 'yes' : 'open';
}
