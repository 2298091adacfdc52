import { type PromInstrument, promInstruments } from '@core/domain/extract-tables';
import { daysPerYear } from './calendar';
import type { ExtractBuffers } from './extract-buffers';
import type { RandomSource } from './random-source';
import { codesOf } from './table-buffer';
import { type QuestionnaireScale, questionnaireScales } from './vocabularies';

/** Mean, standard deviation between patients, lowest and highest score, weight of well-being (+ better). */
type Scale = readonly [
  name: QuestionnaireScale,
  mean: number,
  sd: number,
  low: number,
  high: number,
  sign: 1 | -1,
];

const scales: Readonly<Record<PromInstrument, readonly Scale[]>> = {
  'QLQ-C30': [
    ['global_health', 70, 18, 0, 100, 1],
    ['physical_functioning', 84, 16, 0, 100, 1],
    ['fatigue', 34, 22, 0, 100, -1],
    ['pain', 22, 22, 0, 100, -1],
  ],
  'QLQ-CML24': [
    ['symptom_burden', 24, 14, 0, 100, -1],
    ['daily_life', 22, 18, 0, 100, -1],
    ['worry_mood', 30, 20, 0, 100, -1],
    ['body_image', 22, 24, 0, 100, -1],
    ['satisfaction_care', 78, 20, 0, 100, 1],
    ['social_life', 68, 22, 0, 100, 1],
  ],
  'EQ-5D-5L': [
    ['utility', 0.87, 0.14, -0.53, 1, 1],
    ['vas', 74, 15, 0, 100, 1],
  ],
  'FACT-Leu': [['total', 132, 22, 0, 176, 1]],
};
const instrumentCode = codesOf(promInstruments);

/** Questionnaires at inclusion and about yearly, in centres that give them: well-being wanders around the patient's own. */
export function writeQuestionnaires(
  patientNumber: number,
  participation: number,
  span: { readonly from: number; readonly to: number },
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  if (!random.chance(participation)) return;
  const instruments: readonly PromInstrument[] = random.chance(0.3)
    ? ['EQ-5D-5L', 'FACT-Leu']
    : ['QLQ-C30', 'QLQ-CML24', 'EQ-5D-5L'];
  const ordered = promInstruments.filter((instrument) => instruments.includes(instrument));
  const wellBeing = random.normal();
  for (
    let day = span.from + random.integer(0, 40);
    day < span.to;
    day += Math.floor(daysPerYear * random.between(0.85, 2.2))
  ) {
    const today = 0.8 * wellBeing + 0.6 * random.normal();
    for (const instrument of ordered) {
      if (random.chance(0.12)) continue;
      for (const [scale, mean, sd, low, high, sign] of scales[instrument]) {
        const drawn = mean + sd * (0.7 * sign * today + 0.7 * random.normal());
        const score = Math.min(high, Math.max(low, drawn));
        const rounded =
          instrument === 'EQ-5D-5L' && scale === 'utility'
            ? Math.round(score * 1000) / 1000
            : Math.round(score * 10) / 10;
        buffers.prom.push(
          patientNumber,
          day,
          instrumentCode[instrument],
          questionnaireScales.indexOf(scale) + 1,
          rounded,
        );
      }
    }
  }
}
