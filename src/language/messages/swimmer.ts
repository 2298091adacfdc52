import type { MessageGroup } from '../message';

export const swimmerMessages = {
  'swimmer.panel': { fr: 'Après l’arrêt, patient par patient', en: 'After the stop, patient by patient' },
  'swimmer.title': { fr: 'Après le premier arrêt', en: 'After the first stop' },
  'swimmer.kinetics': {
    fr: 'Cinétique moléculaire après l’arrêt',
    en: 'Molecular kinetics after the stop',
  },
  'swimmer.kineticsNote': {
    fr: 'BCR::ABL1 IS depuis le premier arrêt, médiane, quartiles et trajectoires, à l’écran « Réponse moléculaire ».',
    en: 'BCR::ABL1 IS since the first stop, median, quartiles and trajectories, on the screen “Molecular response”.',
  },
  'swimmer.summary': {
    fr: '{drawn, plural, one {# patient dessiné} other {# patients dessinés}} sur {eligible, number} : {lost, number} avec une perte de la RMM, {restarted, number} avec une reprise, {regained, number} avec une RMM retrouvée, {remain, number} sans perte ni reprise, {untested, number} sans reprise ni prélèvement qui renseigne.',
    en: '{drawn, plural, one {# patient drawn} other {# patients drawn}} of {eligible, number}: {lost, number} with a loss of MMR, {restarted, number} with a restart, {regained, number} with MMR regained, {remain, number} without loss or restart, {untested, number} without a restart or a test that tells.',
  },
  'swimmer.note': {
    fr: 'Une ligne par patient, le plus long temps sans traitement en haut ; au-delà de 60, un échantillon fixe de la cohorte. Un état dure d’un prélèvement au suivant, ce qui n’est connu qu’aux jours de prélèvement. La perte est le premier prélèvement > 0,1 % IS après l’arrêt, que le traitement ait été repris ou non ; retrouvée : le premier ensuite à 0,1 % ou moins. Fin : dernier contact, ou second arrêt.',
    en: 'One line per patient, the longest time without treatment on top; beyond 60, a fixed sample of the cohort. A state lasts from one test to the next, which is known only on the days of the tests. The loss is the first test > 0.1 % IS after the stop, whether treatment was taken up again or not; regained: the first one after it at 0.1 % or less. End: last contact, or the second stop.',
  },
  'swimmer.empty': {
    fr: 'Personne de cette cohorte n’a arrêté un ITK.',
    en: 'Nobody in this cohort has stopped a TKI.',
  },
  'swimmer.x': { fr: 'Mois depuis l’arrêt', en: 'Months since the stop' },
  'swimmer.state.deep': { fr: 'RM4 ou mieux', en: 'MR4 or deeper' },
  'swimmer.state.mmr': { fr: 'RMM', en: 'MMR' },
  'swimmer.state.lost': { fr: '> 0,1 % IS', en: '> 0.1 % IS' },
  'swimmer.state.unknown': { fr: 'sans prélèvement qui renseigne', en: 'no test that tells' },
  'swimmer.loss': { fr: 'Perte de la RMM', en: 'Loss of MMR' },
  'swimmer.restart': { fr: 'Reprise', en: 'Restart' },
  'swimmer.regained': { fr: 'RMM retrouvée', en: 'MMR regained' },
  'swimmer.goesOn': { fr: 'sans perte ni reprise', en: 'without loss or restart' },
  'swimmer.lane': { fr: 'Ligne', en: 'Line' },
  'swimmer.end': { fr: 'Fin du suivi', en: 'End of follow-up' },
  'swimmer.tests': { fr: 'Prélèvements', en: 'Tests' },
} as const satisfies MessageGroup;
