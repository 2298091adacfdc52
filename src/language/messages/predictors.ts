import type { MessageGroup } from '../message';

export const predictorsMessages = {
  'predictors.title': { fr: 'Prédicteurs précoces', en: 'Early predictors' },
  'predictors.figure': {
    fr: 'Courbes ROC : {depth} atteinte au plus tard à {month} mois',
    en: 'ROC curves: {depth} reached by {month} months',
  },
  'predictors.depth': { fr: 'Réponse profonde', en: 'Deep response' },
  'predictors.until': { fr: 'Atteinte avant (mois)', en: 'Reached by (months)' },
  'predictors.first': { fr: 'Marqueur', en: 'Marker' },
  'predictors.second': { fr: 'Comparer à', en: 'Compare with' },
  'predictors.alone': { fr: 'Aucun autre', en: 'No other' },
  'predictors.landmark': {
    fr: 'Déjà en réponse quand le marqueur est connu',
    en: 'Already in response when the marker is known',
  },
  'predictors.landmark.leave_out': { fr: 'Exclus', en: 'Left out' },
  'predictors.landmark.keep': { fr: 'Gardés', en: 'Kept' },
  'predictors.marker.bcr_abl1_3m_pct': { fr: 'BCR::ABL1 à 3 mois', en: 'BCR::ABL1 at 3 months' },
  'predictors.marker.bcr_abl1_6m_pct': { fr: 'BCR::ABL1 à 6 mois', en: 'BCR::ABL1 at 6 months' },
  'predictors.marker.halving_time_days': { fr: 'Temps de demi-décroissance', en: 'Halving time' },
  'predictors.marker.reduction_ratio_3m': {
    fr: 'Rapport de réduction à 3 mois',
    en: 'Reduction ratio at 3 months',
  },
  'predictors.marker.sokal_score': { fr: 'Score de Sokal', en: 'Sokal score' },
  'predictors.marker.elts_score': { fr: 'Score ELTS', en: 'ELTS score' },
  'predictors.marker.eutos_score': { fr: 'Score EUTOS', en: 'EUTOS score' },
  'predictors.marker.euro_score': { fr: 'Score Euro', en: 'Euro score' },
  'predictors.x': { fr: '1 − spécificité (%)', en: '1 − specificity (%)' },
  'predictors.y': { fr: 'Sensibilité (%)', en: 'Sensitivity (%)' },
  'predictors.chance': { fr: 'hasard', en: 'chance' },
  'predictors.tip': {
    fr: '{marker} < {threshold}\nsensibilité {sensitivity}, spécificité {specificity}',
    en: '{marker} < {threshold}\nsensitivity {sensitivity}, specificity {specificity}',
  },
  'predictors.aucText': {
    fr: '{marker} : AUC {auc} ({lower} à {upper}), {n, number} patients, dont {events, number} avec {depth}.',
    en: '{marker}: AUC {auc} ({lower} to {upper}), {n, number} patients, {events, number} of them with {depth}.',
  },
  'predictors.aucUndefined': {
    fr: '{marker} : AUC non définie ({n, number} patients, {events, number} avec {depth}).',
    en: '{marker}: AUC not defined ({n, number} patients, {events, number} with {depth}).',
  },
  'predictors.comparison': {
    fr: 'Différence d’AUC (premier − second) chez les {n, number} patients qui ont les deux : {difference} ({lower} à {upper}), test de DeLong apparié, p {p}.',
    en: 'Difference of AUC (first − second) in the {n, number} patients who have both: {difference} ({lower} to {upper}), paired DeLong test, p {p}.',
  },
  'predictors.comparisonUndefined': {
    fr: 'Les deux AUC ne peuvent pas être comparées : {n, number} patients ont les deux marqueurs, trop peu ou tous ordonnés de la même façon.',
    en: 'The two AUCs cannot be compared: {n, number} patients have both markers, too few or all ordered alike.',
  },
  'predictors.table': { fr: 'AUC de chaque marqueur', en: 'AUC of each marker' },
  'predictors.column.marker': { fr: 'Marqueur', en: 'Marker' },
  'predictors.column.n': { fr: 'Patients', en: 'Patients' },
  'predictors.column.events': { fr: 'Avec réponse', en: 'With response' },
  'predictors.column.controls': { fr: 'Sans réponse', en: 'Without response' },
  'predictors.column.auc': { fr: 'AUC (IC 95 %, DeLong)', en: 'AUC (95 % CI, DeLong)' },
  'predictors.column.cutOff': { fr: 'Seuil de Youden', en: 'Youden cut-off' },
  'predictors.column.sensitivity': { fr: 'Sensibilité (IC 95 %)', en: 'Sensitivity (95 % CI)' },
  'predictors.column.specificity': { fr: 'Spécificité (IC 95 %)', en: 'Specificity (95 % CI)' },
  'predictors.column.missing': { fr: 'Marqueur absent', en: 'Marker missing' },
  'predictors.column.before': { fr: 'Déjà en réponse', en: 'Already in response' },
  'predictors.column.threshold': { fr: '{marker} sous', en: '{marker} below' },
  'predictors.column.source': { fr: 'Source', en: 'Source' },
  'predictors.column.value': { fr: 'Seuil publié', en: 'Published cut-off' },
  'predictors.published': {
    fr: 'Seuils publiés dans cette cohorte',
    en: 'Published cut-offs in this cohort',
  },
  'predictors.publishedAtMost': { fr: '≤ {value}', en: '≤ {value}' },
  'predictors.publishedBelow': { fr: '< {value}', en: '< {value}' },
  'predictors.unverified': { fr: '{source} (non vérifié)', en: '{source} (unverified)' },
  'predictors.statuses': {
    fr: 'Sur {cohort, plural, one {# patient} other {# patients}} : {yes, number} ont atteint {depth} au plus tard à {month} mois, {no, number} non (prélèvement évaluable à {month} mois ou après). Issue inconnue, exclus : {died, number} décédés avant, {lost, number} sans prélèvement évaluable à {month} mois ou après, {atypical, number} avec transcrit atypique, {noTki, number} sans ITK.',
    en: 'Of {cohort, plural, one {# patient} other {# patients}}, {yes, number} reached {depth} by {month} months and {no, number} did not (evaluable sample at or after {month} months). Outcome not known, left out: {died, number} died before, {lost, number} without an evaluable sample at or after {month} months, {atypical, number} with an atypical transcript, {noTki, number} without a TKI.',
  },
  'predictors.selection': {
    fr: 'Un patient en réponse n’a pas besoin d’être suivi jusqu’à {month} mois, un patient sans réponse si : plus il y a de départs précoces, plus la part de réponses est surestimée. L’AUC décrit les patients dont l’issue est connue. Réponse : premier prélèvement de cette profondeur depuis le premier ITK, quel que soit l’ITK, même perdue ensuite.',
    en: 'A patient in response need not be followed to {month} months, one without must: the more leave early, the more the share of responses is overstated. The AUC describes patients whose outcome is known. Response: first sample of the depth since the first TKI, whatever the TKI, even if lost later.',
  },
  'predictors.immortal.leave_out': {
    fr: 'Biais de temps immortel : un marqueur à 3 ou 6 mois n’existe que pour qui a été suivi jusque-là. Le temps commence donc au prélèvement du marqueur, et les patients déjà en réponse ce jour-là ({count, number} pour {marker}) sont exclus : on ne prédit pas ce qui est arrivé.',
    en: 'Immortal-time bias: a marker at 3 or 6 months exists only for those followed until then. Time therefore begins at the sample of the marker, and patients already in response that day ({count, number} for {marker}) are left out: what has happened is not foretold.',
  },
  'predictors.immortal.keep': {
    fr: 'Attention, biais de temps immortel : les patients déjà en réponse quand le marqueur est connu ({count, number} pour {marker}) sont gardés ; leur marqueur et leur issue sont le même prélèvement, et l’AUC est flatteuse.',
    en: 'Beware of immortal-time bias: patients already in response when the marker is known ({count, number} for {marker}) are kept; their marker and their outcome are one sample, and the AUC flatters.',
  },
  'predictors.method': {
    fr: 'Plus le marqueur est bas, plus la réponse est attendue ; un transcrit indétectable vaut 0 et se range en dernier. AUC et intervalle de DeLong ; seuil de Youden (sensibilité + spécificité maximales), trouvé et jugé sur les mêmes patients, donc optimiste ; sensibilité et spécificité avec intervalles de Wilson au seuil donné.',
    en: 'The lower the marker, the likelier the response; an undetected transcript is 0 and ranks lowest. AUC with DeLong’s interval; Youden’s cut-off (largest sensitivity + specificity), found and judged on the same patients and so optimistic; sensitivity and specificity with Wilson intervals at the given cut-off.',
  },
  'predictors.notJudgedByData': {
    fr: 'Le sens du marqueur n’est pas choisi par les données : une AUC peut être sous 0,5.',
    en: 'The direction of a marker is not chosen by the data: an AUC may be below 0.5.',
  },
  'predictors.cutOff': { fr: 'Incertitude du seuil : {marker}', en: 'Uncertainty of the cut-off: {marker}' },
  'predictors.cutOffAsk': {
    fr: 'Calculer ({replicates, number} rééchantillonnages)',
    en: 'Compute ({replicates, number} resamples)',
  },
  'predictors.cutOffRunning': {
    fr: '{done, number} rééchantillonnages sur {replicates, number}',
    en: '{done, number} of {replicates, number} resamples',
  },
  'predictors.cutOffCancel': { fr: 'Arrêter', en: 'Stop' },
  'predictors.cutOffFailed': {
    fr: 'Le calcul du seuil a échoué.',
    en: 'The computation of the cut-off failed.',
  },
  'predictors.cutOffAnswer': {
    fr: 'Seuil {threshold}, intervalle {lower} à {upper} (percentiles du bootstrap, 95 %, {replicates, number} rééchantillonnages des patients avec et sans réponse) ; sensibilité {sensitivity} ({sensitivityInterval}), spécificité {specificity} ({specificityInterval}).',
    en: 'Cut-off {threshold}, interval {lower} to {upper} (bootstrap percentiles, 95 %, {replicates, number} resamples of patients with and without response); sensitivity {sensitivity} ({sensitivityInterval}), specificity {specificity} ({specificityInterval}).',
  },
  'predictors.cutOffUndefined': {
    fr: 'Pas de seuil : il faut des patients avec et sans réponse.',
    en: 'No cut-off: it takes patients with and without a response.',
  },
  'predictors.empty': {
    fr: 'Pas de courbe : il faut des patients avec et sans réponse dont le marqueur est connu.',
    en: 'No curve: it takes patients with and without a response whose marker is known.',
  },
} as const satisfies MessageGroup;
