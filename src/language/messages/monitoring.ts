import type { MessageGroup } from '../message';

/** How long patients wait for the next sample. */
export const monitoringMessages = {
  'monitoring.waits': { fr: 'Attente du prochain prélèvement', en: 'Wait for the next sample' },
  'monitoring.nobody': {
    fr: 'Aucune attente d’un prélèvement dans la cohorte.',
    en: 'No wait for a sample in the cohort.',
  },
  'monitoring.phase': { fr: 'Au début de l’attente', en: 'When the wait began' },
  'monitoring.phase.before_mmr': { fr: 'ITK, avant RMM', en: 'TKI, before MMR' },
  'monitoring.phase.in_mmr': { fr: 'ITK, depuis la RMM', en: 'TKI, since MMR' },
  'monitoring.phase.months_1_6': { fr: 'Arrêt, mois 1–6', en: 'Stop, months 1–6' },
  'monitoring.phase.months_7_12': { fr: 'Arrêt, mois 7–12', en: 'Stop, months 7–12' },
  'monitoring.phase.second_year': { fr: 'Arrêt, plus tard', en: 'Stop, later' },
  'monitoring.x': { fr: 'Mois d’attente', en: 'Months of waiting' },
  'monitoring.y': { fr: 'Part prélevée (%)', en: 'Share with a sample (%)' },
  'monitoring.tip': {
    fr: '{phase}\n{month} mois : {share} ont été prélevés',
    en: '{phase}\n{month} months: {share} had a sample',
  },
  'monitoring.summary': {
    fr: '{phase} : médiane {median} jours, {inTime} à temps, {gap} de trous',
    en: '{phase}: median {median} days, {inTime} in time, {gap} gaps',
  },
  'monitoring.rule': {
    fr: 'Une attente va d’un prélèvement, du premier ITK ou du premier arrêt au prélèvement suivant, quelle que soit sa qualité, à partir de l’inclusion. Incidence cumulée d’Aalen-Johansen : l’arrêt, la reprise et le décès sont en concurrence, les attentes en cours sont censurées. Un patient a plusieurs attentes : pas d’intervalle de confiance.',
    en: 'A wait goes from a sample, the first TKI or the first stop to the next sample, of whatever quality, from the inclusion on. Aalen-Johansen cumulative incidence: the stop, the restart and death compete, waits that go on are censored. One patient has several waits: no confidence interval.',
  },
  'monitoring.guideline': {
    fr: 'Losange : délai de la recommandation ({sources}). À temps : au plus une fois et demie ce délai ; trou : plus du double ; ces deux facteurs sont les nôtres.',
    en: 'Diamond: the wait of the guideline ({sources}). In time: at most one and a half times this wait; gap: more than twice; both factors are ours.',
  },
  'monitoring.turnaround': {
    fr: 'Un extrait ne contient pas la date du résultat : le délai de rendu ne peut pas être calculé.',
    en: 'An extract holds no day of the result: the turnaround cannot be computed.',
  },
  'monitoring.column.waits': { fr: 'Attentes', en: 'Waits' },
  'monitoring.column.guideline': { fr: 'Recommandé (mois)', en: 'Guideline (months)' },
  'monitoring.column.quartiles': { fr: 'Quartiles (jours)', en: 'Quartiles (days)' },
  'monitoring.column.onTime': { fr: 'Au délai recommandé', en: 'By the guideline’s wait' },
  'monitoring.column.inTime': { fr: 'À temps', en: 'In time' },
  'monitoring.column.gap': { fr: 'Trous', en: 'Gaps' },
} as const satisfies MessageGroup;
