import type { MessageGroup } from '../message';

/** The screen on deep response: current depth over time. */
export const depthMessages = {
  'depth.screen': { fr: 'Réponse profonde', en: 'Deep response' },
  'depth.title': { fr: 'Profondeur actuelle de la réponse', en: 'Current depth of response' },
  'depth.x': { fr: 'Mois depuis le début du premier ITK', en: 'Months since the start of the first TKI' },
  'depth.y': { fr: 'Patients, %', en: 'Patients, %' },
  'depth.followed': { fr: 'Suivis', en: 'Followed' },
  'depth.state.above_mmr': { fr: '> 0,1 % IS', en: '> 0.1% IS' },
  'depth.state.not_assessed': { fr: 'Non évalué', en: 'Not assessed' },
  'depth.state.off_tki': { fr: 'Sans ITK', en: 'Off TKI' },
  'depth.state.dead': { fr: 'Décédé', en: 'Dead' },
  'depth.current': { fr: 'Un test vaut', en: 'A test stands for' },
  'depth.cursor': {
    fr: 'Profondeur de la réponse mois par mois : flèches, Début, Fin',
    en: 'Depth of response month by month: arrows, Home, End',
  },
  'depth.hint': {
    fr: 'Les flèches du clavier lisent la figure mois par mois.',
    en: 'The arrow keys read the figure month by month.',
  },
  'depth.reading': {
    fr: '{month, plural, one {# mois} other {# mois}}, {followed, plural, one {# patient suivi} other {# patients suivis}} : {list}',
    en: '{month, plural, one {# month} other {# months}}, {followed, plural, one {# patient followed} other {# patients followed}}: {list}',
  },
  'depth.summary': {
    fr: 'Sous ITK et en RM4 ou mieux : {list}.',
    en: 'On a TKI and in MR4 or deeper: {list}.',
  },
  'depth.summaryAt': { fr: '{share} à {month, number} mois', en: '{share} at {month, number} months' },
  'depth.rule': {
    fr: 'L’état d’un patient, jour par jour : décédé ; sinon sans ITK, quand aucune ligne d’ITK n’est en cours, quels que soient les tests ; sinon la classe de son dernier test évaluable, tant qu’il a moins de {months, number} mois ; sinon non évalué. De deux échantillons d’un jour, le moins profond compte ; un échantillon non évaluable ne compte pas. L’ELN demande un test au moins tous les 6 mois sous traitement : 9 mois laissent la moitié de plus aux visites tardives. Entre deux tests l’état n’est pas connu, il est supposé.',
    en: 'The state of a patient, day by day: dead; else off TKI, while no TKI line goes on, whatever the tests say; else the class of the last evaluable test, as long as it is younger than {months, number} months; else not assessed. Of two samples of a day the shallower counts; an inevaluable sample does not. ELN asks for a test at least every 6 months on treatment: 9 months leave half of that again for late visits. Between two tests the state is not known, it is assumed.',
  },
  'depth.method': {
    fr: '{patients, plural, one {# patient} other {# patients}} depuis le premier ITK, aussi quand l’inclusion est venue plus tard : qui est mort avant d’être inclus manque. Parts d’Aalen-Johansen (modèle à plusieurs états, allers et retours compris), censurées au dernier contact ; elles valent pour tous si les perdus de vue évoluent comme les autres. La figure s’arrête à {most, number} mois, ou quand moins de {few, number} patients sont suivis. Intervalles à 95 % du tableau : échelle log, erreurs d’Aalen.',
    en: '{patients, plural, one {# patient} other {# patients}} since the first TKI, also where the inclusion came later: who died before an inclusion is missing. Shares by Aalen-Johansen (several states, back and forth), censored at the last contact; they hold for all if who is lost goes on like who is not. The figure ends at {most, number} months, or where fewer than {few, number} patients are followed. 95% intervals of the table: log scale, Aalen’s errors.',
  },
  'depth.excluded.no_tki': {
    fr: '{patients, number} sans ITK',
    en: '{patients, number} without a TKI',
  },
  'depth.excluded.off_scale': {
    fr: '{patients, number} avec un transcrit atypique, hors de l’échelle internationale',
    en: '{patients, number} with an atypical transcript, off the International Scale',
  },
  'depth.excluded.no_follow_up': {
    fr: '{patients, number} sans suivi après le premier ITK',
    en: '{patients, number} without follow-up after the first TKI',
  },
  'depth.endpoints': { fr: 'Délais', en: 'Times to' },
  'depth.endpointsNote': {
    fr: 'Incidences cumulées avec leurs événements en compétition, à l’écran « Survie et critères » : jusqu’à une réponse profonde maintenue depuis le premier ITK ; perte confirmée par un second test depuis la première RMM ou RM4, sous traitement.',
    en: 'Cumulative incidences with their competing events, on the screen “Survival and endpoints”: until a sustained deep response since the first TKI; loss confirmed by a second test since the first MMR or MR4, on treatment.',
  },
  'depth.empty': {
    fr: 'Personne de cette cohorte n’a été suivi sous ITK sur l’échelle internationale.',
    en: 'Nobody in this cohort was followed on a TKI on the International Scale.',
  },
} as const satisfies MessageGroup;
