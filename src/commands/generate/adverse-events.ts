import { type AdverseEventAction, adverseEventActions, type Drug } from '@core/domain/extract-tables';
import { daysPerYear } from './calendar';
import { drugProfiles } from './drug-profiles';
import type { ExtractBuffers } from './extract-buffers';
import type { RandomSource } from './random-source';
import { codesOf, flag, missing } from './table-buffer';
import type { Line } from './treatment-course';
import { type AdverseEventTerm, adverseEventTerms, doseChangeReasons } from './vocabularies';

/** Recorded events per year in the first year of a drug, later per year, and share of grades 3 and 4. */
type Rate = readonly [term: AdverseEventTerm, firstYear: number, later: number, severe: number];

/**
 * Frequencies in a registry, about half of a trial's: oedema and cramps under imatinib, effusions under dasatinib
 * (DASISION), rash and arterial events under nilotinib (ENESTnd), diarrhoea and liver under bosutinib; unverified in detail.
 */
const rates: Readonly<Partial<Record<Drug, readonly Rate[]>>> = {
  imatinib: [
    ['Edema limbs', 0.22, 0.03, 0.03],
    ['Myalgia', 0.2, 0.04, 0.03],
    ['Nausea', 0.14, 0.01, 0.02],
    ['Diarrhea', 0.12, 0.02, 0.04],
    ['Rash maculo-papular', 0.09, 0.005, 0.1],
    ['Fatigue', 0.12, 0.02, 0.03],
    ['Neutrophil count decreased', 0.1, 0.005, 0.6],
    ['Anemia', 0.07, 0.01, 0.2],
  ],
  dasatinib: [
    ['Pleural effusion', 0.07, 0.05, 0.14],
    ['Platelet count decreased', 0.14, 0.01, 0.6],
    ['Headache', 0.1, 0.01, 0.03],
    ['Pulmonary hypertension', 0.006, 0.007, 0.4],
    ['Diarrhea', 0.1, 0.01, 0.04],
    ['Neutrophil count decreased', 0.11, 0.005, 0.6],
    ['Fatigue', 0.1, 0.02, 0.03],
  ],
  nilotinib: [
    ['Rash maculo-papular', 0.18, 0.01, 0.05],
    ['Alanine aminotransferase increased', 0.12, 0.01, 0.15],
    ['Lipase increased', 0.08, 0.02, 0.4],
    ['Hyperglycemia', 0.08, 0.03, 0.12],
    ['Cholesterol high', 0.1, 0.03, 0.01],
    ['Peripheral ischemia', 0.006, 0.009, 0.6],
    ['Myocardial infarction', 0.005, 0.006, 0.9],
    ['Stroke', 0.002, 0.003, 0.9],
    ['Headache', 0.09, 0.01, 0.03],
  ],
  bosutinib: [
    ['Diarrhea', 0.5, 0.04, 0.12],
    ['Alanine aminotransferase increased', 0.22, 0.02, 0.5],
    ['Nausea', 0.16, 0.01, 0.03],
    ['Rash maculo-papular', 0.1, 0.01, 0.08],
    ['Platelet count decreased', 0.1, 0.01, 0.6],
  ],
  ponatinib: [
    ['Hypertension', 0.2, 0.06, 0.35],
    ['Peripheral ischemia', 0.05, 0.04, 0.6],
    ['Myocardial infarction', 0.04, 0.03, 0.9],
    ['Pancreatitis', 0.05, 0.01, 0.6],
    ['Platelet count decreased', 0.2, 0.02, 0.65],
    ['Rash maculo-papular', 0.18, 0.02, 0.08],
  ],
  asciminib: [
    ['Platelet count decreased', 0.12, 0.01, 0.6],
    ['Hypertension', 0.07, 0.03, 0.4],
    ['Lipase increased', 0.06, 0.01, 0.4],
    ['Headache', 0.08, 0.01, 0.02],
    ['Fatigue', 0.08, 0.02, 0.02],
  ],
  interferon: [
    ['Flu like symptoms', 0.5, 0.1, 0.05],
    ['Depression', 0.12, 0.04, 0.2],
    ['Fatigue', 0.35, 0.1, 0.06],
  ],
};
const withInterferon = (base: readonly Rate[] = []) => [...base, ...(rates.interferon ?? [])];

const ratesOf = (drug: Drug): readonly Rate[] => {
  if (drug === 'imatinib+interferon') return withInterferon(rates.imatinib);
  if (drug === 'second_generation+interferon') return withInterferon(rates.nilotinib);
  return rates[drug] ?? [];
};
const ratesByDrug = new Map(Object.keys(drugProfiles).map((drug) => [drug, ratesOf(drug as Drug)]));

const actionCode = codesOf(adverseEventActions);

interface Event {
  readonly term: AdverseEventTerm;
  readonly onset: number;
  readonly grade: number;
  readonly action: AdverseEventAction;
}

/** Draws the events of one line and writes them with the dose changes that answer them. */
export function writeAdverseEvents(
  line: Line,
  patientNumber: number,
  endDay: number,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const stop = Math.min(line.stopDay ?? endDay, endDay);
  const stoppedBy = line.stopReason === 'intolerance' && random.chance(0.85);
  const events = drawEvents(line, stop, stoppedBy, random).sort(
    (a, b) => a.onset - b.onset || a.term.localeCompare(b.term),
  );
  const { reducedDoseMg } = drugProfiles[line.drug];
  let lastChange = line.startDay;
  for (const { term, onset, grade, action } of events) {
    const resolved = onset + 7 + Math.floor(random.waiting(1 / 60));
    buffers.adverse_event.push(
      patientNumber,
      random.chance(0.03) ? missing : line.number,
      onset,
      resolved > endDay || random.chance(0.2) ? missing : resolved,
      adverseEventTerms.indexOf(term) + 1,
      grade,
      random.chance(0.1) ? missing : flag(random.chance(0.85)),
      random.chance(0.08) ? 0 : actionCode[action],
    );
    const answers = action === 'dose_reduced' || action === 'interrupted';
    if (answers && line.doseMg !== null && onset > lastChange && onset < stop) {
      const reason = doseChangeReasons.indexOf('toxicity') + 1;
      const dose = action === 'interrupted' ? 0 : (reducedDoseMg ?? line.doseMg / 2);
      buffers.dose_change.push(patientNumber, line.number, onset, dose, random.chance(0.05) ? 0 : reason);
      lastChange = onset;
      const resumed = onset + random.integer(7, 28);
      if (action === 'interrupted' && resumed < stop) {
        buffers.dose_change.push(
          patientNumber,
          line.number,
          resumed,
          line.doseMg,
          doseChangeReasons.indexOf('toxicity_resolved') + 1,
        );
        lastChange = resumed;
      }
    }
  }
}

function drawEvents(line: Line, stop: number, stoppedBy: boolean, random: RandomSource): Event[] {
  const days = stop - line.startDay;
  const drugRates = ratesByDrug.get(line.drug) ?? [];
  const events: Event[] = [];
  for (const [term, firstYear, later, severe] of drugRates) {
    const first = (0.6 * firstYear * Math.min(days, daysPerYear)) / daysPerYear;
    const rest = (0.6 * later * Math.max(0, days - daysPerYear)) / daysPerYear;
    if (!random.chance(1 - Math.exp(-first - rest))) continue;
    const inFirst = random.uniform() * (first + rest) < first;
    const onset = inFirst
      ? Math.min(days, daysPerYear) * random.uniform() ** 1.6
      : random.between(daysPerYear, days);
    const grade = random.chance(severe) ? (random.chance(0.2) ? 4 : 3) : random.chance(0.45) ? 2 : 1;
    const action =
      grade > 2
        ? random.key({ interrupted: 6, dose_reduced: 3, none: 1 })
        : random.key({ none: 8, dose_reduced: grade });
    events.push({ term, onset: line.startDay + Math.floor(onset), grade, action });
  }
  const [cause] = drugRates[random.index(drugRates.map(([, first, later]) => first + later))] ?? [];
  if (stoppedBy && cause && !events.some(({ term, onset }) => term === cause && onset === stop)) {
    events.push({ term: cause, onset: stop, grade: random.chance(0.4) ? 3 : 2, action: 'stopped' });
  }
  return events;
}
