import type { MessageGroup } from '../message';

export const remissionMessages = {
  'remission.title': { fr: 'Rémission sans traitement', en: 'Treatment-free remission' },
  'remission.figure': {
    fr: 'Survie sans récidive moléculaire après l’arrêt',
    en: 'Molecular-recurrence-free survival after the stop',
  },
  'remission.x': {
    fr: 'Mois depuis le premier arrêt de l’ITK',
    en: 'Months since the first TKI stop',
  },
  'remission.y': { fr: 'Sans récidive moléculaire (%)', en: 'Free of molecular recurrence (%)' },
  'remission.groupBy': { fr: 'Comparer selon', en: 'Compare by' },
  'remission.noGroup': { fr: 'Une seule courbe', en: 'One curve' },
  'remission.intervalMethod': { fr: 'Intervalle', en: 'Interval' },
  'remission.interval.log': { fr: 'log (défaut de R)', en: 'log (R’s default)' },
  'remission.interval.log-log': { fr: 'log-log', en: 'log-log' },
  'remission.interval.plain': { fr: 'simple', en: 'plain' },
  'remission.atRisk': { fr: 'À risque', en: 'At risk' },
  'remission.events': { fr: 'Récidives', en: 'Recurrences' },
  'remission.censored': { fr: 'Censurés', en: 'Censored' },
  'remission.group': { fr: 'Groupe', en: 'Group' },
  'remission.month': { fr: 'Mois', en: 'Months' },
  'remission.survival': { fr: 'Sans récidive', en: 'Recurrence-free' },
  'remission.intervalColumn': {
    fr: 'Intervalle de confiance à {level} %',
    en: '{level} % confidence interval',
  },
  'remission.estimates': { fr: 'Estimations par courbe', en: 'Estimates per curve' },
  'remission.median': { fr: 'Médiane sans récidive', en: 'Median recurrence-free time' },
  'remission.landmarks': { fr: 'À un temps donné', en: 'At landmark times' },
  'remission.followUp': { fr: 'Suivi médian', en: 'Median follow-up' },
  'remission.followUpMethod': { fr: 'Kaplan-Meier inversé', en: 'reverse Kaplan-Meier' },
  'remission.patients': { fr: 'Patients', en: 'Patients' },
  'remission.logRank': { fr: 'Test du log-rank', en: 'Log-rank test' },
  'remission.logRankValue': {
    fr: 'χ² = {statistic} ({degreesOfFreedom, plural, one {# degré} other {# degrés}} de liberté), p {p}',
    en: 'χ² = {statistic} ({degreesOfFreedom, plural, one {# degree} other {# degrees}} of freedom), p {p}',
  },
  'remission.logRankUndefined': {
    fr: 'non défini : il faut au moins deux groupes et une récidive',
    en: 'not defined: it takes at least two groups and one recurrence',
  },
  'remission.monthsValue': { fr: '{months} mois', en: '{months} months' },
  'remission.beyond': { fr: 'au-delà du suivi', en: 'beyond follow-up' },
  'remission.summary': {
    fr: '{label} : à {month} mois, {survival} sans récidive ({lower} à {upper}), {atRisk, number} à risque.',
    en: '{label}: at {month} months {survival} free of recurrence ({lower} to {upper}), {atRisk, number} at risk.',
  },
  'remission.tip': {
    fr: '{label}\n{month} mois : {survival}\n{lower} – {upper}\n{atRisk} à risque',
    en: '{label}\n{month} months: {survival}\n{lower} – {upper}\n{atRisk} at risk',
  },
  'remission.empty': {
    fr: 'Personne dans cette cohorte n’a arrêté son ITK avec ensuite un échantillon qui renseigne sur la RMM.',
    en: 'Nobody in this cohort stopped a TKI and had a sample afterwards that tells of MMR.',
  },
  'remission.rule': {
    fr: 'Récidive moléculaire : un seul échantillon au-dessus de 0,1 % IS après l’arrêt (règle d’EURO-SKI). Censure au dernier échantillon qui renseigne sur la RMM, au plus tard à la reprise du traitement. Première tentative d’arrêt de chaque patient.',
    en: 'Molecular recurrence: one sample above 0.1 % IS after the stop (EURO-SKI’s rule). Censored at the last sample that tells of MMR, at the latest when treatment begins again. First attempt of each patient.',
  },
  'remission.method': {
    fr: 'Kaplan-Meier, variance de Greenwood, bande de confiance ponctuelle à {level} % par la méthode « {method} ». Mois de 30,4375 jours. Un échantillon indétectable compte si 3 copies du transcrit y auraient donné au plus 0,1 % (copies du gène de contrôle ≥ 3 000 × facteur de conversion). Décès et reprises sans récidive sont censurés : une incidence cumulée avec risques concurrents répondrait à une autre question.',
    en: 'Kaplan-Meier, Greenwood variance, pointwise {level} % confidence band by the “{method}” method. Months of 30.4375 days. An undetected sample counts if 3 copies of the transcript would have read at most 0.1 % (control-gene copies ≥ 3,000 × conversion factor). Deaths and restarts without recurrence are censored: a cumulative incidence with competing risks would answer another question.',
  },
  'remission.attempts': {
    fr: '{attempts, plural, one {# patient de la cohorte a arrêté son ITK} other {# patients de la cohorte ont arrêté leur ITK}} ; {analysed, number} ont ensuite, avant toute reprise, un échantillon qui renseigne sur la RMM.',
    en: '{attempts, plural, one {# patient of the cohort has stopped the TKI} other {# patients of the cohort have stopped the TKI}}; {analysed, number} have a sample afterwards, before any restart, that tells of MMR.',
  },
  'remission.band': {
    fr: 'Bande : intervalle de confiance à {level} %, méthode « {method} ».',
    en: 'Band: {level} % confidence interval, “{method}” method.',
  },
  'remission.beforeInclusion': {
    fr: '{count, plural, one {# patient a arrêté} other {# patients ont arrêté}} avant son inclusion dans le registre : seuls ceux qui ont été inclus plus tard sont vus (troncature à gauche, non corrigée ici).',
    en: '{count, plural, one {# patient stopped} other {# patients stopped}} before inclusion in the registry: only those included later are seen (left truncation, not corrected here).',
  },
  'remission.groupUnknown': {
    fr: '{count, plural, one {# patient n’est pas dessiné : groupe non renseigné.} other {# patients ne sont pas dessinés : groupe non renseigné.}}',
    en: '{count, plural, one {# patient is not drawn: group not known.} other {# patients are not drawn: group not known.}}',
  },
  'remission.missingTable': {
    fr: 'L’extrait n’a pas la table « treatment_free_attempt » : les arrêts de traitement n’y sont pas.',
    en: 'The extract has no table “treatment_free_attempt”: stops of treatment are not in it.',
  },
} as const satisfies MessageGroup;
