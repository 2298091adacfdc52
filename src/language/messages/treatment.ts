import type { MessageGroup } from '../message';

/** How patients are treated: first lines, doses, pathways, time on a drug. */
export const treatmentMessages = {
  'treatment.patients': { fr: 'Patients', en: 'Patients' },
  'treatment.nobody': {
    fr: 'Personne de la cohorte n’a reçu d’ITK.',
    en: 'Nobody of the cohort had a TKI.',
  },
  'treatment.firstLine': { fr: 'Premier ITK par année', en: 'First TKI by year' },
  'treatment.band.imatinib': { fr: 'Imatinib', en: 'Imatinib' },
  'treatment.band.imatinib_generic': { fr: 'Imatinib générique', en: 'Generic imatinib' },
  'treatment.band.dasatinib': { fr: 'Dasatinib', en: 'Dasatinib' },
  'treatment.band.nilotinib': { fr: 'Nilotinib', en: 'Nilotinib' },
  'treatment.band.bosutinib': { fr: 'Bosutinib', en: 'Bosutinib' },
  'treatment.band.other': { fr: 'Autre ou avec interféron', en: 'Other or with interferon' },
  'treatment.generic': { fr: '{drug} générique', en: 'Generic {drug}' },
  'treatment.firstLineSummary': {
    fr: '{patients, number} premiers ITK. {first} : {firstBand} {firstShare} ; {last} : {lastBand} {lastShare}.',
    en: '{patients, number} first TKIs. {first}: {firstBand} {firstShare}; {last}: {lastBand} {lastShare}.',
  },
  'treatment.firstLineTip': {
    fr: '{year}\n{band} : {patients, number} sur {all, number} ({share})',
    en: '{year}\n{band}: {patients, number} of {all, number} ({share})',
  },
  'treatment.arrivals': {
    fr: 'Première année en première ligne dans cette cohorte : {arrivals}. Un extrait ne contient pas de date d’autorisation.',
    en: 'First year as a first TKI in this cohort: {arrivals}. An extract holds no date of approval.',
  },
  'treatment.firstLineRule': {
    fr: 'Premier ITK de chaque patient, par année de début. Imatinib sans indication de générique : compté avec le princeps. Barres pâles : année en cours.',
    en: 'The first TKI of each patient, by the year of its start. Imatinib without a word on generics is counted with the original. Faint bars: a year that is not over.',
  },
  'treatment.year': { fr: 'Année', en: 'Year' },
  'treatment.dose': {
    fr: 'Dose du premier ITK un an après le début',
    en: 'Dose of the first TKI a year after its start',
  },
  'treatment.doseX': {
    fr: 'Part des patients suivis un an (%)',
    en: 'Share of patients followed for a year (%)',
  },
  'treatment.doseBand.lower': { fr: 'Dose réduite', en: 'Lower dose' },
  'treatment.doseBand.same': { fr: 'Dose inchangée', en: 'Same dose' },
  'treatment.doseBand.higher': { fr: 'Dose augmentée', en: 'Higher dose' },
  'treatment.doseBand.interrupted': { fr: 'Interrompu', en: 'Interrupted' },
  'treatment.doseBand.unknown': { fr: 'Dose non connue', en: 'Dose not known' },
  'treatment.doseBand.stopped': { fr: 'Arrêté avant un an', en: 'Stopped within the year' },
  'treatment.doseCount': {
    fr: '{patients, number} suivis',
    en: '{patients, number} followed',
  },
  'treatment.doseTip': {
    fr: '{drug}\n{band} : {patients, number} sur {all, number} ({share})',
    en: '{drug}\n{band}: {patients, number} of {all, number} ({share})',
  },
  'treatment.doseSummary': {
    fr: '{drug} : {start} mg par jour au début, {year} mg un an après (médianes) ; {same} de ceux qui ont été suivis un an ont la même dose.',
    en: '{drug}: {start} mg a day at the start, {year} mg a year later (medians); {same} of those followed for a year have the same dose.',
  },
  'treatment.doseRule': {
    fr: 'Premier ITK de chaque patient ; la dose à 365 jours est la dernière prescrite ou modifiée à cette date dans la ligne. Qui a quitté le médicament n’a pas de dose, et non une dose nulle. Les patients non suivis un an ne sont pas dans les barres.',
    en: 'The first TKI of each patient; the dose at 365 days is the last one prescribed or changed by then within the line. Who has left the drug has no dose, which is not a dose of zero. Patients not followed for a year are not in the bars.',
  },
  'treatment.drug': { fr: 'Médicament', en: 'Drug' },
  'treatment.startMedian': { fr: 'Dose médiane au début (mg/j)', en: 'Median dose at start (mg/d)' },
  'treatment.yearMedian': { fr: 'Dose médiane à un an (mg/j)', en: 'Median dose at one year (mg/d)' },
  'treatment.followed': { fr: 'Suivis un an', en: 'Followed for a year' },
  'treatment.notFollowed': { fr: 'Non suivis un an', en: 'Not followed for a year' },
  'treatment.pathways': {
    fr: 'Parcours de traitement, ligne après ligne',
    en: 'Treatment pathways, line after line',
  },
  'treatment.line': { fr: 'ITK n° {line, number}', en: 'TKI {line, number}' },
  'treatment.node.on_line': { fr: 'Se poursuit', en: 'Goes on' },
  'treatment.node.treatment_free': { fr: 'Sans traitement', en: 'Treatment-free' },
  'treatment.node.stopped': { fr: 'Arrêté', en: 'Stopped' },
  'treatment.node.dead': { fr: 'Décès', en: 'Death' },
  'treatment.notRecorded': { fr: 'Non renseigné', en: 'Not recorded' },
  'treatment.flowTip': {
    fr: '{from} → {to} : {patients, number}\n{reasons}',
    en: '{from} → {to}: {patients, number}\n{reasons}',
  },
  'treatment.pathwaySummary': {
    fr: 'Sur {patients, number} patients ayant reçu un ITK, {second, number} en ont reçu un deuxième, {third, number} un troisième et {fourth, number} un quatrième.',
    en: 'Of {patients, number} patients with a TKI, {second, number} had a second, {third, number} a third and {fourth, number} a fourth.',
  },
  'treatment.pathwayRule': {
    fr: 'Lignes contenant un ITK, dans l’ordre de leur début ; une reprise après un arrêt est une nouvelle ligne. « Se poursuit » : sans fin au dernier contact. « Sans traitement » : arrêt en rémission sans reprise. « Arrêté » : arrêt pour une autre raison, sans autre ITK. Ce qui suit la quatrième ligne n’est pas montré. Les raisons sont dans le tableau.',
    en: 'Lines with a TKI in the order of their start; a treatment resumed after a stop is a new line. “Goes on”: without an end at the last contact. “Treatment-free”: stopped in remission and not resumed. “Stopped”: for another reason, with no other TKI. What follows the fourth line is not shown. The reasons are in the table.',
  },
  'treatment.column.line': { fr: 'Ligne', en: 'Line' },
  'treatment.column.from': { fr: 'De', en: 'From' },
  'treatment.column.reason': { fr: 'Raison de l’arrêt', en: 'Reason of the stop' },
  'treatment.column.to': { fr: 'Vers', en: 'To' },
  'treatment.time': {
    fr: 'Temps sous premier ITK, par raison d’arrêt',
    en: 'Time on the first TKI, by reason of the stop',
  },
  'treatment.timeX': { fr: 'Mois depuis le début du médicament', en: 'Months since the start of the drug' },
  'treatment.timeY': { fr: 'Incidence cumulée (%)', en: 'Cumulative incidence (%)' },
  'treatment.end.resistance': { fr: 'Résistance ou progression', en: 'Resistance or progression' },
  'treatment.end.intolerance': { fr: 'Intolérance', en: 'Intolerance' },
  'treatment.end.treatment_free': { fr: 'Arrêt en rémission', en: 'Stop in remission' },
  'treatment.end.death': { fr: 'Décès', en: 'Death' },
  'treatment.end.other': { fr: 'Autre ou inconnue', en: 'Other or not known' },
  'treatment.atRisk': { fr: 'Sous ITK', en: 'On the drug' },
  'treatment.stops': { fr: 'Arrêts', en: 'Stops' },
  'treatment.censored': { fr: 'Censurés', en: 'Censored' },
  'treatment.timeTip': {
    fr: '{end}, {month} mois : {incidence}',
    en: '{end}, {month} months: {incidence}',
  },
  'treatment.timeSummary': {
    fr: '{drug}, à 5 ans : {ends} ; encore sous le médicament {on}.',
    en: '{drug}, at 5 years: {ends}; still on it {on}.',
  },
  'treatment.timeRule': {
    fr: 'Incidences cumulées d’Aalen-Johansen : chaque raison est concurrente des autres. Fin de la ligne : son arrêt, ou le début de l’ITK suivant. Un patient inclus après le début du médicament n’est à risque qu’à partir de son inclusion (troncature à gauche){before, plural, =0 {.} one { ; # patient l’avait déjà quitté et n’est pas compté.} other { ; # patients l’avaient déjà quitté et ne sont pas comptés.}} Intervalles à 95 %, échelle log-log.',
    en: 'Aalen-Johansen cumulative incidences: each reason competes with the others. A line ends with its stop, or where the next TKI begins. Who was included after the drug began is at risk from the inclusion on (left truncation){before, plural, =0 {.} one {; # patient had left it before and is not counted.} other {; # patients had left it before and are not counted.}} Intervals of 95 %, log-log scale.',
  },
  'treatment.months': { fr: '{months, number} mois', en: '{months, number} months' },
  'treatment.still': { fr: 'Encore sous le médicament', en: 'Still on the drug' },
} as const satisfies MessageGroup;
