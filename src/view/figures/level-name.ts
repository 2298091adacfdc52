import type { TreatmentFreeRemission } from '@core/analyses/treatment-free-remission';
import type { Words } from '@language/use-words';

/** The name of a curve: its level, or "the cohort" when there is one curve. */
export function levelName(remission: TreatmentFreeRemission | null, level: string, words: Words): string {
  const groupBy = remission?.groupBy ?? null;
  return groupBy === null ? words.say('clinic.all') : words.name(groupBy, level);
}
