import type { MessageGroup } from '../message';

export const modelMessages = {
  'model.title': { fr: 'Modèles', en: 'Models' },
  'model.figure': { fr: 'Modèle : {endpoint}', en: 'Model: {endpoint}' },
  'model.method': { fr: 'Méthode', en: 'Method' },
  'model.method.cox': { fr: 'Cox', en: 'Cox' },
  'model.method.fine-gray': { fr: 'Fine et Gray', en: 'Fine-Gray' },
  'model.ratio.cox': { fr: 'HR', en: 'HR' },
  'model.ratio.fine-gray': { fr: 'sHR', en: 'sHR' },
  'model.reachedField': { fr: 'Réponse en cours de suivi', en: 'Response during follow-up' },
  'model.reachedNone': { fr: 'Non incluse', en: 'Not included' },
  'model.reached': { fr: '{depth} atteinte (dépend du temps)', en: '{depth} reached (time-dependent)' },
  'model.reached.not_yet': { fr: 'pas encore', en: 'not yet' },
  'model.reached.reached': { fr: 'atteinte', en: 'reached' },
  'model.merged': { fr: 'autres', en: 'others' },

  'model.covariates': { fr: 'Covariables', en: 'Covariates' },
  'model.add': { fr: 'Ajouter une covariable', en: 'Add a covariate' },
  'model.addNone': { fr: 'Choisir…', en: 'Choose…' },
  'model.addInteraction': { fr: 'Ajouter une interaction', en: 'Add an interaction' },
  'model.remove': { fr: 'Retirer : {name}', en: 'Remove: {name}' },
  'model.removed': { fr: 'Retirée : {name}.', en: 'Removed: {name}.' },
  'model.form': { fr: 'Forme de : {name}', en: 'Form of: {name}' },
  'model.form.linear': { fr: 'Linéaire', en: 'Linear' },
  'model.form.spline': { fr: 'Spline', en: 'Spline' },
  'model.reference': { fr: 'Référence de : {name}', en: 'Reference of: {name}' },
  'model.referenceFirst': { fr: 'Premier niveau', en: 'First level' },
  'model.referenceLevel': { fr: 'Référence : {level}', en: 'Reference: {level}' },
  'model.full': {
    fr: 'Pas plus de {most, number} covariables.',
    en: 'No more than {most, number} covariates.',
  },
  'model.stopGroup': { fr: 'Avant l’arrêt', en: 'Before the stop' },

  'model.fitting': { fr: 'Ajustement en cours…', en: 'Fitting…' },
  'model.fittingStep': {
    fr: 'Ajustement {fit, number} sur {fits, number}…',
    en: 'Fit {fit, number} of {fits, number}…',
  },
  'model.cancel': { fr: 'Arrêter', en: 'Stop' },
  'model.cancelled': { fr: 'Ajustement arrêté.', en: 'The fit was stopped.' },
  'model.again': { fr: 'Ajuster', en: 'Fit' },

  'model.summary.cox': {
    fr: 'Modèle de Cox de {patients, plural, one {# patient} other {# patients}} et {events, plural, one {# événement} other {# événements}} ; concordance {concordance}.',
    en: 'Cox model of {patients, plural, one {# patient} other {# patients}} and {events, plural, one {# event} other {# events}}; concordance {concordance}.',
  },
  'model.summary.fine-gray': {
    fr: 'Modèle de Fine et Gray de {patients, plural, one {# patient} other {# patients}}, {events, plural, one {# événement} other {# événements}} et {competing, plural, one {# événement concurrent} other {# événements concurrents}}.',
    en: 'Fine-Gray model of {patients, plural, one {# patient} other {# patients}}, {events, plural, one {# event} other {# events}} and {competing, plural, one {# competing event} other {# competing events}}.',
  },
  'model.withInterval': { fr: '{value} ({lower} à {upper})', en: '{value} ({lower} to {upper})' },
  'model.notEstimable': { fr: 'non estimable', en: 'not estimable' },
  'model.isReference': { fr: 'référence', en: 'reference' },
  'model.per': { fr: '{name}, par {step}', en: '{name}, per {step}' },
  'model.perProduct': { fr: '{name}, par {step} unités', en: '{name}, per {step} units' },
  'model.quartiles': { fr: '{name}, {to} contre {from}', en: '{name}, {to} against {from}' },
  'model.level': { fr: '{name} : {level}', en: '{name}: {level}' },
  'model.product': { fr: '{first} × {second}', en: '{first} × {second}' },
  'model.counts': { fr: '{events, number}/{patients, number}', en: '{events, number}/{patients, number}' },
  'model.countsTold': { fr: '{events}/{patients}', en: '{events}/{patients}' },
  'model.captionText': {
    fr: '{title}. {rule} {ratio} avec intervalles de confiance à {level} % ; points creux : chaque covariable seule ; pleins : toutes ensemble. n = {patients}, événements : {events}.',
    en: '{title}. {rule} {ratio} with {level} % confidence intervals; hollow dots: each covariate alone; filled: all together. n = {patients}, events: {events}.',
  },
  'model.methodsCovariates': {
    fr: 'Chaque covariable a été analysée seule puis avec toutes les autres, sur les mêmes cas complets : {list}.',
    en: 'Each covariate was analysed alone and then with all others, on the same complete cases: {list}.',
  },
  'model.methodsForm': {
    fr: 'La linéarité des covariables numériques a été vérifiée par des splines cubiques naturelles.',
    en: 'Linearity of numeric covariates was checked by natural cubic splines.',
  },
  'model.exportIntro': {
    fr: 'Un dossier ZIP : le graphique en forêt redessiné à partir de nombres diffusables, ces nombres, la légende et les méthodes en deux langues, et le manifeste par lequel l’export se rejoue. Le script R contient des valeurs de patients et ne sort pas. À faire valider avant de sortir.',
    en: 'One ZIP: the forest plot redrawn from numbers that may leave, those numbers, the caption and the methods in two languages, and the manifest by which the export can be replayed. The R script holds values of patients and does not leave. It is to be checked before it leaves.',
  },
  'model.released': {
    fr: 'Diffusion : effectifs arrondis à {round, number} ; un rapport n’est dit que si {threshold, number} patients au moins ont l’événement et autant ne l’ont pas, dans son niveau et dans la référence ; trois chiffres significatifs.',
    en: 'Disclosure control: counts rounded to {round, number}; a ratio is told only where at least {threshold, number} patients have the event and as many have it not, in its level and in the reference; three significant digits.',
  },
  'model.countsHead': { fr: 'évén./n', en: 'events/n' },
  'model.alone': { fr: 'seule', en: 'alone' },
  'model.together': { fr: 'ensemble', en: 'together' },
  'model.axis.cox': { fr: 'HR (échelle logarithmique)', en: 'HR (log scale)' },
  'model.axis.fine-gray': { fr: 'sHR (échelle logarithmique)', en: 'sHR (log scale)' },
  'model.less': { fr: '← moins d’événements', en: '← fewer events' },
  'model.more': { fr: 'plus d’événements →', en: 'more events →' },

  'model.term': { fr: 'Covariable', en: 'Covariate' },
  'model.patients': { fr: 'Patients', en: 'Patients' },
  'model.events': { fr: 'Événements', en: 'Events' },
  'model.missing': { fr: 'Manquants', en: 'Missing' },
  'model.univariable': {
    fr: 'Univarié : {ratio} (IC à {level} %)',
    en: 'Univariable: {ratio} ({level} % CI)',
  },
  'model.multivariable': {
    fr: 'Multivarié : {ratio} (IC à {level} %)',
    en: 'Multivariable: {ratio} ({level} % CI)',
  },
  'model.pUnivariable': { fr: 'p univarié', en: 'p univariable' },
  'model.pMultivariable': { fr: 'p multivarié', en: 'p multivariable' },
  'model.tests': { fr: 'Tests par covariable', en: 'Tests per covariate' },
  'model.testUnivariable': { fr: 'Wald, seule', en: 'Wald, alone' },
  'model.testMultivariable': { fr: 'Wald, ensemble', en: 'Wald, together' },
  'model.testHazards': { fr: 'Risques proportionnels', en: 'Proportional hazards' },
  'model.testForm': { fr: 'Linéarité', en: 'Linearity' },
  'model.test': {
    fr: 'χ² = {statistic} ({degreesOfFreedom, number} ddl), p {p}',
    en: 'χ² = {statistic} ({degreesOfFreedom, number} df), p {p}',
  },
  'model.global': { fr: 'Modèle entier', en: 'Whole model' },

  'model.cases': {
    fr: '{analysed, plural, one {# patient suivi} other {# patients suivis}} pour ce critère ; {incomplete, plural, =0 {toutes les covariables connues chez tous} one {# n’est pas un cas complet} other {# ne sont pas des cas complets}}{missing}. Les deux colonnes portent sur les mêmes {patients, plural, one {# cas complet} other {# cas complets}} : elles ne diffèrent que par l’ajustement.',
    en: '{analysed, plural, one {# patient followed} other {# patients followed}} for this endpoint; {incomplete, plural, =0 {every covariate known in all} one {# is not a complete case} other {# are not complete cases}}{missing}. Both columns are of the same {patients, plural, one {# complete case} other {# complete cases}}: they differ by the adjustment only.',
  },
  'model.missingList': { fr: ' (manquants : {list})', en: ' (missing: {list})' },
  'model.missingOne': { fr: '{name} {count, number}', en: '{name} {count, number}' },
  'model.globalTests': {
    fr: 'Modèle entier : rapport de vraisemblance {likelihoodRatio} ; Wald {wald}{score}.',
    en: 'Whole model: likelihood ratio {likelihoodRatio}; Wald {wald}{score}.',
  },
  'model.scoreTest': { fr: ' ; score {test}', en: '; score {test}' },
  'model.what.cox': {
    fr: 'HR : rapport de risques instantanés de l’événement ; tout autre événement censure (risque spécifique). Ex æquo selon Efron, intervalles de Wald à {level} %.',
    en: 'HR: hazard ratio of the event; any other event censors (cause-specific). Ties by Efron, Wald intervals of {level} %.',
  },
  'model.what.fine-gray': {
    fr: 'sHR : rapport de risques de sous-distribution ; qui a eu un événement concurrent reste à risque, pondéré par la censure. Variance robuste, intervalles de Wald à {level} %. Un sHR dit le sens d’un effet sur l’incidence cumulée, pas une vitesse.',
    en: 'sHR: subdistribution hazard ratio; who had a competing event stays at risk, weighted by the censoring. Robust variance, Wald intervals of {level} %. An sHR tells the direction of an effect on the cumulative incidence, not a rate.',
  },
  'model.stratum': { fr: 'Stratifier sur', en: 'Stratify by' },
  'model.stratumNone': { fr: 'Aucune strate', en: 'No strata' },
  'model.stratified': {
    fr: 'Stratifié sur : {name}. Chaque niveau a son propre risque de base ; les rapports sont communs à tous, et {name} n’en a pas.',
    en: 'Stratified by: {name}. Each level has a baseline hazard of its own; the ratios are common to all, and {name} has none.',
  },
  'model.problem.stratified': {
    fr: 'Un modèle de Fine et Gray ne se stratifie pas ici',
    en: 'A Fine-Gray model is not stratified here',
  },
  'model.splines': {
    fr: 'Spline : cubique naturelle à 3 degrés de liberté, nœuds aux tertiles ; le rapport oppose le troisième quartile au premier.',
    en: 'Spline: natural cubic, 3 degrees of freedom, knots at the tertiles; the ratio sets the upper quartile against the lower.',
  },
  'model.interactions': {
    fr: 'Avec une interaction, l’effet propre d’une covariable est celui où l’autre est à sa référence, ou à zéro.',
    en: 'With an interaction, the effect of a covariate by itself is that where the other one is at its reference, or at zero.',
  },
  'model.timeDependent': {
    fr: '{depth} dépend du temps : un patient compte comme ne l’ayant pas jusqu’au jour où elle est vue, puis comme l’ayant, même s’il la perd. Sans échantillon évaluable, elle n’est pas connue.',
    en: '{depth} depends on time: a patient counts as not having it until the day on which it is seen, then as having it, even when it is lost. Without an evaluable sample it is not known.',
  },

  'model.problem.nobody': {
    fr: 'Personne de cette cohorte n’a toutes les covariables et un suivi pour ce critère.',
    en: 'Nobody in this cohort has all covariates and a follow-up for this endpoint.',
  },
  'model.problem.no-events': {
    fr: 'Aucun cas complet n’a l’événement : il n’y a rien à modéliser.',
    en: 'No complete case has the event: there is nothing to model.',
  },
  'model.problem.no-covariates': {
    fr: 'Ajoutez une covariable.',
    en: 'Add a covariate.',
  },
  'model.problem.reference-empty': {
    fr: 'Aucun cas complet n’a le niveau de référence de « {name} » : choisissez-en un autre.',
    en: 'No complete case has the reference level of “{name}”: choose another one.',
  },
  'model.problem.too-few-values': {
    fr: 'Trop peu de valeurs différentes de « {name} » pour une spline : choisissez la forme linéaire.',
    en: 'Too few different values of “{name}” for a spline: choose the linear form.',
  },
  'model.problem.late-entry': {
    fr: 'Le modèle de Fine et Gray n’admet pas d’entrée tardive : choisissez l’entrée à l’origine, ou Cox.',
    en: 'A Fine-Gray model takes no late entry: choose entry at the origin, or Cox.',
  },
  'model.problem.time-dependent': {
    fr: 'Le modèle de Fine et Gray n’admet pas de covariable dépendant du temps : choisissez Cox.',
    en: 'A Fine-Gray model takes no time-dependent covariate: choose Cox.',
  },
  'model.problem.response-endpoint': {
    fr: 'Ce critère attend lui-même une réponse : elle ne peut pas être une covariable.',
    en: 'This endpoint waits for a response itself: it cannot be a covariate.',
  },

  'model.guards': { fr: 'À savoir avant de lire ce modèle', en: 'To know before reading this model' },
  'model.guard.separation': {
    fr: 'Séparation : {list}. Tous les patients, ou aucun, y ont l’événement ; le coefficient n’a pas de maximum fini, son rapport n’est pas estimable et ceux des autres sont à lire avec prudence. Regroupez des niveaux ou retirez la covariable.',
    en: 'Separation: {list}. All patients, or none, have the event there; the coefficient has no finite maximum, its ratio cannot be estimated, and the others are to be read with care. Merge levels or remove the covariate.',
  },
  'model.guard.redundant': {
    fr: 'Matrice singulière : {list} ne dit rien que les autres covariables ne disent déjà, ou ne varie pas. Retirez-la.',
    en: 'Singular matrix: {list} says nothing that the other covariates do not say already, or does not vary. Remove it.',
  },
  'model.guard.not-converged': {
    fr: 'L’ajustement n’a pas convergé : aucun de ces nombres n’est à retenir. Retirez des covariables ou des interactions.',
    en: 'The fit did not converge: none of these numbers is to be kept. Remove covariates or interactions.',
  },
  'model.guard.few-events': {
    fr: '{events, plural, one {# événement} other {# événements}} pour {coefficients, plural, one {# coefficient} other {# coefficients}} : {share} par coefficient, moins de 10. Les rapports sont instables et surajustés ; retirez des covariables.',
    en: '{events, plural, one {# event} other {# events}} for {coefficients, plural, one {# coefficient} other {# coefficients}}: {share} per coefficient, fewer than 10. The ratios are unstable and overfitted; remove covariates.',
  },
  'model.guard.non-proportional': {
    fr: 'Les risques ne sont pas proportionnels pour {name} (p {p}) : son rapport change avec le temps, et celui du modèle en est une moyenne.',
    en: 'The hazards are not proportional for {name} (p {p}): its ratio changes with time, and that of the model is an average of it.',
  },
  'model.guard.crossing': {
    fr: 'Les risques se croisent vers le mois {month} : avant et après, l’effet est de sens contraire. Un landmark à ce mois les sépare.',
    en: 'The hazards cross about month {month}: before and after it, the effect goes the other way. A landmark at that month parts them.',
  },
  'model.guard.not-linear': {
    fr: 'Une droite ne convient pas à {name} (p {p}) : choisissez la forme en spline.',
    en: 'A straight line does not fit {name} (p {p}): choose the spline form.',
  },
  'model.guard.small-levels': {
    fr: 'Petits niveaux de {name} : {list}. Leurs rapports ne disent presque rien.',
    en: 'Small levels of {name}: {list}. Their ratios tell next to nothing.',
  },
  'model.smallLevel': {
    fr: '{level} ({events, plural, one {# événement} other {# événements}} sur {patients, plural, one {# patient} other {# patients}})',
    en: '{level} ({events, plural, one {# event} other {# events}} in {patients, plural, one {# patient} other {# patients}})',
  },
  'model.merge': {
    fr: 'Regrouper les niveaux de moins de {least, number} patients',
    en: 'Merge levels of fewer than {least, number} patients',
  },
  'model.unmerge': { fr: 'Séparer les niveaux regroupés', en: 'Part the merged levels' },
  'model.mergedList': {
    fr: 'Niveaux regroupés de {name} : {list}.',
    en: 'Merged levels of {name}: {list}.',
  },
  'model.guardsNone': {
    fr: 'Rien à signaler : au moins 10 événements par coefficient, risques proportionnels, formes linéaires acceptables, aucun petit niveau.',
    en: 'Nothing to report: at least 10 events per coefficient, proportional hazards, acceptable linear forms, no small level.',
  },
  'model.guardsNoneFineGray': {
    fr: 'Rien à signaler : au moins 10 événements par coefficient, formes linéaires acceptables, aucun petit niveau, sous-risques proportionnels.',
    en: 'Nothing to report: at least 10 events per coefficient, proportional subdistribution hazards, acceptable linear forms, no small level.',
  },

  'model.hazards': { fr: 'Risques proportionnels', en: 'Proportional hazards' },
  'model.hazardsTerm': { fr: 'Coefficient', en: 'Coefficient' },
  'model.hazardsNote': {
    fr: 'Résidus de Schoenfeld normalisés ({drawn, plural, one {# point dessiné} other {# points dessinés}} sur {events, number}) et leur lissage (spline à 4 degrés de liberté). Droite en tirets : le coefficient du modèle. Un lissage plat va avec des risques proportionnels.',
    en: 'Scaled Schoenfeld residuals ({drawn, plural, one {# point drawn} other {# points drawn}} of {events, number}) and their smooth (spline of 4 degrees of freedom). Dashed line: the coefficient of the model. A flat smooth goes with proportional hazards.',
  },
  'model.hazardsHow.cox': {
    fr: 'Test du score de chaque covariable multipliée par le temps à l’échelle de Kaplan-Meier (comme cox.zph).',
    en: 'Score test of each covariate times the Kaplan-Meier scale of time (as cox.zph).',
  },
  'model.hazardsHow.fine-gray': {
    fr: 'Test du score de chaque covariable multipliée par le logarithme du temps, les poids de la censure étant pris pour connus (comme cox.zph sur les lignes pondérées).',
    en: 'Score test of each covariate times the logarithm of time, the weights of the censoring taken as known (as cox.zph on the weighted rows).',
  },
  'model.hazardsY': { fr: 'Coefficient (log {ratio})', en: 'Coefficient (log {ratio})' },
  'model.hazardsLabel': {
    fr: 'Coefficient de {name} au cours du temps : de {first} à {last} (log {ratio}), {p}.',
    en: 'Coefficient of {name} over time: from {first} to {last} (log {ratio}), {p}.',
  },
  'model.month': { fr: 'Mois', en: 'Months' },
  'model.smooth': { fr: 'Coefficient lissé', en: 'Smoothed coefficient' },
  'model.smoothRatio': { fr: 'HR', en: 'HR' },

  'model.forms': { fr: 'Forme des covariables numériques', en: 'Form of the numeric covariates' },
  'model.formsTerm': { fr: 'Covariable numérique', en: 'Numeric covariate' },
  'model.formsNote': {
    fr: 'Spline (trait plein, bande à {level} %) et droite (tirets), toutes les autres covariables restant dans le modèle ; rapport à la médiane ({reference}). Test de linéarité : {test}.',
    en: 'Spline (solid, {level} % band) and straight line (dashed), all other covariates staying in the model; ratio to the median ({reference}). Test of linearity: {test}.',
  },
  'model.formsNone.too-few-values': {
    fr: 'Trop peu de valeurs différentes pour une spline.',
    en: 'Too few different values for a spline.',
  },
  'model.formsNone.not-estimated': {
    fr: 'La spline n’est pas estimable.',
    en: 'The spline cannot be estimated.',
  },
  'model.formsLabel': {
    fr: '{ratio} selon {name} : {low} à {from}, {high} à {to}.',
    en: '{ratio} by {name}: {low} at {from}, {high} at {to}.',
  },
  'model.value': { fr: 'Valeur', en: 'Value' },
  'model.lower': { fr: 'Borne inférieure', en: 'Lower limit' },
  'model.upper': { fr: 'Borne supérieure', en: 'Upper limit' },
  'model.linear': { fr: 'Droite', en: 'Straight line' },

  'model.profile': { fr: 'Courbe prédite d’un profil', en: 'Predicted curve of a profile' },
  'model.profileNote': {
    fr: 'Aucune personne réelle : les valeurs choisies ci-dessus, bornées à celles des cas complets. Prédire hors de cette cohorte demande une validation externe.',
    en: 'No real person: the values chosen above, within those of the complete cases. To predict outside this cohort asks for external validation.',
  },
  'model.profileY.survival': { fr: 'Sans événement (%)', en: 'Event-free (%)' },
  'model.profileY.incidence': { fr: 'Incidence cumulée (%)', en: 'Cumulative incidence (%)' },
  'model.profileMethod.survival': {
    fr: 'Risque de base d’Efron ; la bande à {level} % (« log ») tient compte du risque de base et des coefficients.',
    en: 'Efron baseline hazard; the {level} % band (“log”) allows for the baseline and the coefficients.',
  },
  'model.profileMethod.incidence': {
    fr: 'Incidence cumulée prédite par Fine et Gray ; la bande à {level} % (« log-log ») tient compte du risque de base, des coefficients et de l’estimation de la censure.',
    en: 'Cumulative incidence predicted by Fine-Gray; the {level} % band (“log-log”) allows for the baseline, the coefficients and the estimation of the censoring.',
  },
  'model.profileLabel': { fr: 'Profil : {list}.', en: 'Profile: {list}.' },
  'model.profileAt': {
    fr: 'à {month, number} mois {share}',
    en: 'at {month, number} months {share}',
  },
  'model.noPrediction.competing': {
    fr: 'Avec des événements concurrents, le risque instantané d’une seule cause ne donne pas de probabilité : choisissez Fine et Gray pour prédire.',
    en: 'With competing events the hazard of one cause gives no probability: choose Fine-Gray to predict.',
  },
  'model.noPrediction.time-dependent': {
    fr: 'Une covariable qui dépend du temps n’est pas connue d’avance : pas de courbe prédite.',
    en: 'A covariate that depends on time is not known beforehand: no predicted curve.',
  },
  'model.noPrediction.not-estimated': {
    fr: 'Le modèle n’est pas estimé : pas de courbe prédite.',
    en: 'The model is not estimated: no predicted curve.',
  },

  'model.script': { fr: 'Script R du modèle', en: 'R script of the model' },
  'model.scriptNote': {
    fr: 'Avec survival et cmprsk il réajuste le modèle et vérifie ses nombres. Il contient les valeurs des cas complets, une ligne par patient, sans identifiant : il reste à l’hôpital.',
    en: 'With survival and cmprsk it fits the model again and checks its numbers. It holds the values of the complete cases, one row per patient, without any key: it stays in the hospital.',
  },
  'model.scriptHead': {
    fr: 'Valeurs de patients, une ligne chacun, dans aucun ordre des leurs : pour l’usage à l’intérieur de l’hôpital seulement.',
    en: 'Values of single patients, in no order of theirs: for use inside the hospital only.',
  },
  'model.scriptTooLong': {
    fr: 'Plus de {most, number} cas complets : le script n’est pas écrit.',
    en: 'More than {most, number} complete cases: the script is not written.',
  },
} as const satisfies MessageGroup;
