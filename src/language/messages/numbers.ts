import type { MessageGroup } from '../message';

export const numbersMessages = {
  'numbers.title': { fr: 'Chiffres', en: 'Numbers' },
  'numbers.lead': {
    fr: 'Chaque méthode de ce tableau de bord est recalculée ici, dans votre navigateur, sur des cas dont R a donné la réponse : jeux de données publiés et cas limites. Aucune donnée de l’extrait n’y entre.',
    en: 'Every method of this dashboard is recomputed here, in your browser, on cases that R has answered: published data sets and edge cases. No data of the extract goes in.',
  },
  'numbers.again': { fr: 'Recalculer', en: 'Recompute' },
  'numbers.cancel': { fr: 'Arrêter', en: 'Stop' },
  'numbers.progress': {
    fr: 'Recalcul : {done, number} méthodes sur {all, number}',
    en: 'Recomputing: {done, number} methods of {all, number}',
  },
  'numbers.cancelled': {
    fr: 'Recalcul arrêté : les méthodes en attente n’ont pas été comparées.',
    en: 'Stopped: the methods still waiting have not been compared.',
  },
  'numbers.failed': {
    fr: 'Le recalcul n’a pas pu aller à son terme : le programme de calcul s’est arrêté. Relancez-le.',
    en: 'The check did not come to its end: the computing program stopped. Start it again.',
  },
  'numbers.agree': {
    fr: 'Tout concorde avec R : {values, number} valeurs de {cases, number} cas, {methods, number} méthodes.',
    en: 'Everything agrees with R: {values, number} values of {cases, number} cases, {methods, number} methods.',
  },
  'numbers.disagree': {
    fr: 'Ne vous fiez pas encore à ces chiffres : tout ne concorde pas avec R.',
    en: 'Do not rely on these numbers yet: not everything agrees with R.',
  },
  'numbers.fallen': {
    fr: '{method}, cas « {case} » : écart relatif de {deviation} à « {at} », tolérance {tolerance}.',
    en: '{method}, case “{case}”: relative deviation of {deviation} at “{at}”, tolerance {tolerance}.',
  },
  'numbers.fallenCase': {
    fr: '{method}, cas « {case} » : le calcul a échoué.',
    en: '{method}, case “{case}”: the computation failed.',
  },
  'numbers.moreFallen': {
    fr: '… et {count, plural, one {# autre cas} other {# autres cas}}.',
    en: '… and {count, plural, one {# more case} other {# more cases}}.',
  },
  'numbers.unreadableMethod': {
    fr: '{method} : les cas de référence n’ont pas pu être lus.',
    en: '{method}: the reference cases could not be read.',
  },
  'numbers.table': { fr: 'Écart avec R, par méthode', en: 'Deviation from R, by method' },
  'numbers.method': { fr: 'Méthode', en: 'Method' },
  'numbers.state': { fr: 'État', en: 'State' },
  'numbers.cases': { fr: 'Cas', en: 'Cases' },
  'numbers.values': { fr: 'Valeurs comparées', en: 'Values compared' },
  'numbers.largest': { fr: 'Plus grand écart relatif', en: 'Largest relative deviation' },
  'numbers.tolerance': { fr: 'Tolérance', en: 'Tolerance' },
  'numbers.versions': { fr: 'Référence', en: 'Reference' },
  'numbers.state.waiting': { fr: 'en attente', en: 'waiting' },
  'numbers.state.working': {
    fr: '{done, number} sur {cases, number}',
    en: '{done, number} of {cases, number}',
  },
  'numbers.state.agrees': { fr: '✓ concorde', en: '✓ agrees' },
  'numbers.state.off': { fr: '✗ hors tolérance', en: '✗ out of tolerance' },
  'numbers.state.unreadable': { fr: '✗ cas illisibles', en: '✗ cases unreadable' },
  'numbers.note': {
    fr: 'L’écart relatif est |valeur − valeur de R| / |valeur de R| ; un élément négligeable devant le plus grand de sa liste est rapporté à un millionième de celui-ci. Une valeur absente, ou définie d’un seul côté, est un écart infini (∞).',
    en: 'The relative deviation is |value − R’s value| / |R’s value|; an element that is negligible beside the largest of its list is measured against a millionth of that one. A value that is missing, or defined on one side only, is an infinite deviation (∞).',
  },
  'numbers.method.kaplan-meier': { fr: 'Kaplan-Meier', en: 'Kaplan-Meier' },
  'numbers.method.log-rank': { fr: 'Log-rank et tests apparentés', en: 'Log-rank and related tests' },
  'numbers.method.aalen-johansen': {
    fr: 'Incidence cumulée (Aalen-Johansen), test de Gray',
    en: 'Cumulative incidence (Aalen-Johansen), Gray’s test',
  },
  'numbers.method.fine-gray': { fr: 'Régression de Fine et Gray', en: 'Fine-Gray regression' },
  'numbers.method.multi-state': { fr: 'Modèles à plusieurs états', en: 'Multi-state models' },
  'numbers.method.state-occupation': {
    fr: 'Occupation d’états, à partir d’effectifs',
    en: 'Being in each state, from counts',
  },
  'numbers.method.cox': { fr: 'Régression de Cox', en: 'Cox regression' },
  'numbers.method.left-censored': {
    fr: 'Quantiles de valeurs censurées à gauche',
    en: 'Quantiles of left-censored values',
  },
  'numbers.method.turnbull': {
    fr: 'Censure par intervalle (Turnbull)',
    en: 'Interval censoring (Turnbull)',
  },
  'numbers.method.contingency': {
    fr: 'Tableaux de contingence (Fisher, χ², Cochran-Armitage)',
    en: 'Contingency tables (Fisher, χ², Cochran-Armitage)',
  },
  'numbers.method.groups': {
    fr: 'Comparaisons de groupes (Welch, Wilcoxon, Kruskal-Wallis, ANOVA)',
    en: 'Comparisons of groups (Welch, Wilcoxon, Kruskal-Wallis, ANOVA)',
  },
  'numbers.method.proportions': {
    fr: 'Proportions et taux (Clopper-Pearson, Wilson, Poisson)',
    en: 'Proportions and rates (Clopper-Pearson, Wilson, Poisson)',
  },
  'numbers.method.descriptive': {
    fr: 'Quantiles, résumés, différences standardisées',
    en: 'Quantiles, summaries, standardised differences',
  },
  'numbers.method.roc': { fr: 'Courbes ROC (DeLong)', en: 'ROC curves (DeLong)' },
  'numbers.method.regression': { fr: 'Régression logistique', en: 'Logistic regression' },
  'numbers.method.mixed-model': { fr: 'Modèle linéaire mixte', en: 'Linear mixed model' },
  'numbers.method.funnel': { fr: 'Limites des graphiques en entonnoir', en: 'Funnel-plot limits' },
  'numbers.method.design-matrix': {
    fr: 'Matrices de modèle et splines',
    en: 'Design matrices and splines',
  },
  'numbers.method.distributions': {
    fr: 'Lois de probabilité et leurs queues',
    en: 'Probability distributions and their tails',
  },
} as const satisfies MessageGroup;
