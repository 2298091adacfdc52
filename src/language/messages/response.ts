import type { MessageGroup } from '../message';

export const responseMessages = {
  'response.title': { fr: 'Réponse moléculaire', en: 'Molecular response' },
  'response.figure.first_tki': {
    fr: 'BCR::ABL1 depuis le début du premier ITK',
    en: 'BCR::ABL1 since the start of the first TKI',
  },
  'response.figure.second_tki': {
    fr: 'BCR::ABL1 depuis le début de la 2ᵉ ligne d’ITK',
    en: 'BCR::ABL1 since the start of the 2nd TKI line',
  },
  'response.figure.third_tki': {
    fr: 'BCR::ABL1 depuis le début de la 3ᵉ ligne d’ITK',
    en: 'BCR::ABL1 since the start of the 3rd TKI line',
  },
  'response.figure.fourth_tki': {
    fr: 'BCR::ABL1 depuis le début de la 4ᵉ ligne d’ITK',
    en: 'BCR::ABL1 since the start of the 4th TKI line',
  },
  'response.figure.diagnosis': { fr: 'BCR::ABL1 depuis le diagnostic', en: 'BCR::ABL1 since diagnosis' },
  'response.figure.first_stop': {
    fr: 'BCR::ABL1 depuis le premier arrêt',
    en: 'BCR::ABL1 since the first stop',
  },
  'response.origin': { fr: 'Temps compté depuis', en: 'Time since' },
  'response.origin.first_tki': { fr: 'le premier ITK', en: 'the first TKI' },
  'response.origin.second_tki': { fr: 'la 2ᵉ ligne d’ITK', en: 'the 2nd TKI line' },
  'response.origin.third_tki': { fr: 'la 3ᵉ ligne d’ITK', en: 'the 3rd TKI line' },
  'response.origin.fourth_tki': { fr: 'la 4ᵉ ligne d’ITK', en: 'the 4th TKI line' },
  'response.origin.diagnosis': { fr: 'le diagnostic', en: 'diagnosis' },
  'response.origin.first_stop': { fr: 'le premier arrêt', en: 'the first stop' },
  'response.x.first_tki': {
    fr: 'Mois depuis le début du premier ITK',
    en: 'Months since the start of the first TKI',
  },
  'response.x.second_tki': {
    fr: 'Mois depuis le début de la 2ᵉ ligne d’ITK',
    en: 'Months since the start of the 2nd TKI line',
  },
  'response.x.third_tki': {
    fr: 'Mois depuis le début de la 3ᵉ ligne d’ITK',
    en: 'Months since the start of the 3rd TKI line',
  },
  'response.x.fourth_tki': {
    fr: 'Mois depuis le début de la 4ᵉ ligne d’ITK',
    en: 'Months since the start of the 4th TKI line',
  },
  'response.x.diagnosis': { fr: 'Mois depuis le diagnostic', en: 'Months since diagnosis' },
  'response.x.first_stop': { fr: 'Mois depuis le premier arrêt', en: 'Months since the first stop' },
  'response.y': { fr: 'BCR::ABL1 IS (%)', en: 'BCR::ABL1 IS (%)' },
  'response.patients': { fr: 'Patients', en: 'Patients' },
  'response.group': { fr: 'Groupe', en: 'Group' },
  'response.median': { fr: 'Médiane', en: 'Median' },
  'response.medianInterval': { fr: 'IC à 95 % de la médiane', en: '95% CI of the median' },
  'response.legend': {
    fr: '● médiane, ▽ au-dessous ; bande : quartiles',
    en: '● median, ▽ below; band: quartiles',
  },
  'response.undetected': { fr: 'Indétectables', en: 'Undetected' },
  'response.visit': { fr: 'Visite (mois)', en: 'Visit (months)' },
  'response.lowerQuartile': { fr: '1ᵉʳ quartile', en: 'Lower quartile' },
  'response.upperQuartile': { fr: '3ᵉ quartile', en: 'Upper quartile' },
  'response.to': { fr: '{lower} à {upper}', en: '{lower} to {upper}' },
  'response.summary': {
    fr: 'À {month} mois la médiane de BCR::ABL1 IS est {median} ({patients, plural, one {# patient} other {# patients}}).',
    en: 'At {month} months the median BCR::ABL1 IS is {median} ({patients, plural, one {# patient} other {# patients}}).',
  },
  'response.groupSummary': {
    fr: '{group} : {median} ({patients, plural, one {# patient} other {# patients}})',
    en: '{group}: {median} ({patients, plural, one {# patient} other {# patients}})',
  },
  'response.groupsSummary': {
    fr: 'Médiane de BCR::ABL1 IS à {month} mois : {list}.',
    en: 'Median BCR::ABL1 IS at {month} months: {list}.',
  },
  'response.noVisit': {
    fr: 'Aucun échantillon lisible dans les fenêtres de visite pour cette cohorte.',
    en: 'No readable sample in the visit windows for this cohort.',
  },
  'response.reading': {
    fr: '{month} mois, {group} : médiane {median} (IC à 95 % {lower} à {upper}), quartiles {first} à {third} ; {patients, plural, one {# patient} other {# patients}}, {undetected, plural, =0 {aucun indétectable} one {# indétectable} other {# indétectables}}',
    en: '{month} months, {group}: median {median} (95% CI {lower} to {upper}), quartiles {first} to {third}; {patients, plural, one {# patient} other {# patients}}, {undetected, plural, =0 {none undetected} other {# undetected}}',
  },
  'response.noReading': {
    fr: '{month} mois, {group} : aucun échantillon lisible',
    en: '{month} months, {group}: no readable sample',
  },
  'response.cursor': {
    fr: 'Visites dans l’ordre du temps. Flèches : précédente, suivante ; début, fin.',
    en: 'Visits in the order of time. Arrows: previous, next; home, end.',
  },
  'response.cursorAt': { fr: 'visite de {month} mois', en: 'visit at {month} months' },
  'response.cursorNowhere': { fr: 'aucune visite choisie', en: 'no visit chosen' },
  'response.cursorHint': {
    fr: 'Survolez la courbe, ou donnez-lui le focus et appuyez sur → pour lire les visites une à une.',
    en: 'Point at the curve, or focus it and press → to read the visits one by one.',
  },
  'response.onCurve': {
    fr: '{onCurve, number} patients sur la courbe, sur {cohort, number} de la cohorte.',
    en: '{onCurve, number} patients on the curve, out of {cohort, number} in the cohort.',
  },
  'response.onCurves': {
    fr: '{onCurve, number} patients sur les courbes, sur {cohort, number} de la cohorte ({list}).',
    en: '{onCurve, number} patients on the curves, out of {cohort, number} in the cohort ({list}).',
  },
  'response.levelCount': { fr: '{group} : {patients, number}', en: '{group}: {patients, number}' },
  'response.groupUnknown': {
    fr: 'Groupe non renseigné : {count, plural, one {# patient} other {# patients}}, sur aucune courbe.',
    en: 'Group not known: {count, plural, one {# patient} other {# patients}}, on no curve.',
  },
  'response.excluded.no_origin.first_tki': {
    fr: '{count, number} sans ITK',
    en: '{count, number} without a TKI',
  },
  'response.excluded.no_origin.second_tki': {
    fr: '{count, number} sans 2ᵉ ligne d’ITK',
    en: '{count, number} without a 2nd TKI line',
  },
  'response.excluded.no_origin.third_tki': {
    fr: '{count, number} sans 3ᵉ ligne d’ITK',
    en: '{count, number} without a 3rd TKI line',
  },
  'response.excluded.no_origin.fourth_tki': {
    fr: '{count, number} sans 4ᵉ ligne d’ITK',
    en: '{count, number} without a 4th TKI line',
  },
  'response.excluded.no_origin.diagnosis': {
    fr: '{count, number} sans diagnostic',
    en: '{count, number} without a diagnosis',
  },
  'response.excluded.no_origin.first_stop': {
    fr: '{count, number} sans arrêt',
    en: '{count, number} without a stop',
  },
  'response.excluded.atypical_transcript': {
    fr: '{count, number} avec un transcrit atypique, hors échelle internationale',
    en: '{count, number} with an atypical transcript, off the International Scale',
  },
  'response.excluded.no_reading': {
    fr: '{count, number} sans échantillon lisible dans une fenêtre',
    en: '{count, number} without a readable sample in a window',
  },
  'response.leftOut': { fr: 'Hors courbe : {list}.', en: 'Not on the curve: {list}.' },
  'response.method': {
    fr: 'BCR::ABL1 à l’échelle internationale, un échantillon par patient et par fenêtre de visite : le plus proche de la visite. Tous les patients qui ont l’origine et un transcrit sur l’échelle comptent, quel que soit le traitement ensuite. Un indétectable est une valeur censurée à gauche : on sait seulement qu’elle est sous la limite de cet échantillon, 3 / copies du gène de contrôle × facteur de conversion × 100 (un facteur non renseigné vaut 1). Médiane et quartiles par la méthode de Kaplan-Meier inversée (axe retourné), avec leur intervalle à 95 % (échelle log), sur le millième de log10 ; « < x % » : sous toute valeur mesurée, jamais zéro. Un échantillon hors échelle, rejeté par le contrôle central, détecté sans valeur, ou indétectable sans copies connues ne compte pas.',
    en: 'BCR::ABL1 on the International Scale, one sample per patient and visit window: the one nearest to the visit. Every patient who has the origin and a transcript on the scale counts, whatever the later treatment. An undetected sample is a left-censored value: it is only known to lie below the limit of that sample, 3 / control-gene copies × conversion factor × 100 (a factor that is not recorded is 1). Median and quartiles by the reverse Kaplan-Meier method (flipped axis), with its 95% interval (log scale), to the thousandth of log10; “< x %” lies below everything measured, never zero. A sample off the scale, rejected by the central check, detected without a value, or undetected without known copies does not count.',
  },
  'response.methodTitle': { fr: 'Méthode', en: 'Method' },
  'response.few': {
    fr: 'Points pâles : moins de {few} patients dans la fenêtre.',
    en: 'Faint points: fewer than {few} patients in the window.',
  },
  'response.horizon': { fr: 'Jusqu’à', en: 'Up to' },
  'response.missingStops': {
    fr: 'Cet extrait n’a pas la table des arrêts : le temps ne peut pas se compter depuis l’arrêt.',
    en: 'This extract does not have the table of stops: time cannot be counted from the stop.',
  },
  'response.zoomFrom': { fr: 'Du mois', en: 'From month' },
  'response.zoomTo': { fr: 'Au mois', en: 'To month' },
  'response.zoomReset': { fr: 'Toute la période', en: 'Whole period' },
  'response.zoomHint': {
    fr: 'Tirez sur la courbe pour agrandir une période ; cliquez une trajectoire pour ouvrir le parcours du patient.',
    en: 'Drag over the curve to enlarge a period; click a trajectory to open the course of the patient.',
  },
  'response.trajectories': { fr: 'Trajectoires', en: 'Trajectories' },
  'response.trajectoriesShown': {
    fr: 'Trajectoires : {shown, plural, one {# patient} other {# patients}} sur {eligible, number} de la courbe{sampled, select, yes {, tirés de façon reproductible parce que davantage de lignes se cacheraient} other {}}. ▽ indétectable, à la limite de l’échantillon. La ligne s’interrompt après plus de {months} mois sans échantillon et à tout indétectable.',
    en: 'Trajectories: {shown, plural, one {# patient} other {# patients}} of the {eligible, number} on the curve{sampled, select, yes {, chosen reproducibly because more lines would hide each other} other {}}. ▽ undetected, at the limit of the sample. A line breaks after more than {months} months without a sample and at every undetected one.',
  },
  'response.pick': { fr: 'Trajectoire mise en avant', en: 'Trajectory picked out' },
  'response.pickNone': { fr: 'Aucune', en: 'None' },
  'response.pickOne': {
    fr: 'N° {place, number} : {samples, plural, one {# échantillon} other {# échantillons}}, jusqu’au mois {month}, dernier {last}',
    en: 'No. {place, number}: {samples, plural, one {# sample} other {# samples}}, up to month {month}, last {last}',
  },
  'response.openCourse': { fr: 'Ouvrir son parcours', en: 'Open its course' },
  'response.courseNote': {
    fr: 'Les lignes d’un patient ne quittent jamais cette page.',
    en: 'The rows of a patient never leave this page.',
  },
} as const satisfies MessageGroup;
