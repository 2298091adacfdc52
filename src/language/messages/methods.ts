import type { MessageGroup } from '../message';

export const methodsMessages = {
  'methods.panel': { fr: 'Légende et méthodes', en: 'Caption and methods' },
  'methods.intro': {
    fr: 'Écrit d’après la figure, avec des effectifs exacts : à copier à l’intérieur de l’hôpital. Ce qui sort passe par l’export.',
    en: 'Written from the figure, with exact counts: to be copied inside the hospital. What leaves goes through the export.',
  },
  'methods.caption': { fr: 'Légende', en: 'Caption' },
  'methods.methods': { fr: 'Méthodes', en: 'Methods' },
  'methods.captionText.free': {
    fr: '{title}. {rule} Estimation de Kaplan-Meier avec bande de confiance ponctuelle à {level} % ; croix : censures ; sous l’axe : patients à risque, événements et censures cumulés. {groups} Suivi médian (Kaplan-Meier inversé) : {followUp}.',
    en: '{title}. {rule} Kaplan-Meier estimate with pointwise {level} % confidence band; crosses: censorings; below the axis: patients at risk, cumulative events and censorings. {groups} Median follow-up (reverse Kaplan-Meier): {followUp}.',
  },
  'methods.captionText.incidence': {
    fr: '{title}. {rule} Incidences cumulées (Aalen-Johansen) avec bande de confiance ponctuelle à {level} % ; sous l’axe : patients à risque, événements et censures cumulés. {groups} Suivi médian (Kaplan-Meier inversé) : {followUp}.',
    en: '{title}. {rule} Cumulative incidences (Aalen-Johansen) with pointwise {level} % confidence band; below the axis: patients at risk, cumulative events and censorings. {groups} Median follow-up (reverse Kaplan-Meier): {followUp}.',
  },
  'methods.group': {
    fr: '{name} : n = {patients, number}, {median}',
    en: '{name}: n = {patients, number}, {median}',
  },
  'methods.median': { fr: 'médiane {median} ({interval})', en: 'median {median} ({interval})' },
  'methods.followUpOf': { fr: '{name} {followUp}', en: '{name} {followUp}' },
  'methods.population': { fr: 'Population : {cohort}', en: 'Population: {cohort}' },
  'methods.endpoint': { fr: 'Critère : {rule}', en: 'Endpoint: {rule}' },
  'methods.analysed': {
    fr: '{analysed, plural, one {# patient a été analysé} other {# patients ont été analysés}}{excluded}.',
    en: '{analysed, plural, one {# patient was analysed} other {# patients were analysed}}{excluded}.',
  },
  'methods.excluded': { fr: ' ; non analysés : {list}', en: '; not analysed: {list}' },
  'methods.free': {
    fr: 'La probabilité d’être sans événement a été estimée par Kaplan-Meier (variance de Greenwood, intervalles de confiance ponctuels à {level} %, échelle « {interval} »).',
    en: 'The probability of being event-free was estimated by Kaplan-Meier (Greenwood variance, pointwise {level} % confidence intervals, “{interval}” scale).',
  },
  'methods.incidence': {
    fr: 'Les incidences cumulées ont été estimées par Aalen-Johansen, les autres événements étant concurrents (variance par jackknife infinitésimal, intervalles à {level} %, échelle « {interval} »).',
    en: 'Cumulative incidences were estimated by Aalen-Johansen, the other events competing (infinitesimal jackknife variance, {level} % intervals, “{interval}” scale).',
  },
  'methods.truncated': {
    fr: 'Les patients n’ont été à risque qu’à partir de leur inclusion (troncature à gauche).',
    en: 'Patients were at risk from their inclusion only (left truncation).',
  },
  'methods.logRank': {
    fr: 'Les groupes ont été comparés par le test du log-rank ({degreesOfFreedom, number} ddl, p {p}) et par les écarts aux temps donnés.',
    en: 'Groups were compared by the log-rank test ({degreesOfFreedom, number} df, p {p}) and by differences at landmark times.',
  },
  'methods.gray': {
    fr: 'Les groupes ont été comparés par le test de Gray ({degreesOfFreedom, number} ddl, p {p}) et par les écarts aux temps donnés.',
    en: 'Groups were compared by Gray’s test ({degreesOfFreedom, number} df, p {p}) and by differences at landmark times.',
  },
  'methods.software': {
    fr: 'Calculs : CML registry dashboard, dont les estimations sont comparées à R (survival, cmprsk) ; mois de 30,4375 jours.',
    en: 'Computation: CML registry dashboard, whose estimates are held to R (survival, cmprsk); months of 30.4375 days.',
  },
} as const satisfies MessageGroup;
