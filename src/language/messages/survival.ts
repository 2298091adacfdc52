import type { MessageGroup } from '../message';

export const survivalMessages = {
  'survival.title': { fr: 'Survie et critères', en: 'Survival and endpoints' },
  'survival.endpoint': { fr: 'Critère', en: 'Endpoint' },
  'survival.preset.euro-ski-mrfs': {
    fr: 'Sans récidive moléculaire (EURO-SKI)',
    en: 'Molecular-recurrence-free survival (EURO-SKI)',
  },
  'survival.preset.euro-ski-mtfs': {
    fr: 'Sans récidive ni reprise (EURO-SKI)',
    en: 'Molecular treatment-free survival (EURO-SKI)',
  },
  'survival.preset.stim': { fr: 'Sans récidive (règle de STIM)', en: 'Recurrence-free (STIM rule)' },
  'survival.preset.confirmed-mrfs': {
    fr: 'Sans récidive confirmée (2 tests)',
    en: 'Free of confirmed recurrence (2 tests)',
  },
  'survival.preset.relapse': {
    fr: 'Incidence cumulée de récidive',
    en: 'Cumulative incidence of recurrence',
  },
  'survival.preset.overall-survival': { fr: 'Survie globale', en: 'Overall survival' },
  'survival.preset.progression-free-survival': {
    fr: 'Survie sans progression',
    en: 'Progression-free survival',
  },
  'survival.preset.event-free-survival': { fr: 'Survie sans événement', en: 'Event-free survival' },
  'survival.preset.drug-survival': {
    fr: 'Maintien du premier traitement',
    en: 'Survival of the first drug',
  },
  'survival.preset.second-tfr': {
    fr: 'Rémission après le second arrêt',
    en: 'Remission after the second stop',
  },
  'survival.preset.mmr-itt': {
    fr: 'Première RMM (intention de traiter)',
    en: 'First MMR (intention to treat)',
  },
  'survival.preset.mr4-itt': {
    fr: 'Première RM4 (intention de traiter)',
    en: 'First MR4 (intention to treat)',
  },
  'survival.preset.mr4_5-itt': {
    fr: 'Première RM4,5 (intention de traiter)',
    en: 'First MR4.5 (intention to treat)',
  },
  'survival.preset.mr5-itt': {
    fr: 'Première RM5 (intention de traiter)',
    en: 'First MR5 (intention to treat)',
  },
  'survival.preset.sustained-deep': {
    fr: 'Réponse profonde maintenue',
    en: 'Sustained deep response',
  },
  'survival.preset.mmr-loss': {
    fr: 'Perte confirmée de la RMM sous traitement',
    en: 'Confirmed loss of MMR on treatment',
  },
  'survival.preset.mr4-loss': {
    fr: 'Perte confirmée de la RM4 sous traitement',
    en: 'Confirmed loss of MR4 on treatment',
  },
  'survival.preset.mmr-on-drug': { fr: 'Première RMM sous le premier ITK', en: 'First MMR on the first TKI' },
  'survival.preset.mr4-on-drug': { fr: 'Première RM4 sous le premier ITK', en: 'First MR4 on the first TKI' },
  'survival.preset.mr4_5-on-drug': {
    fr: 'Première RM4,5 sous le premier ITK',
    en: 'First MR4.5 on the first TKI',
  },
  'survival.preset.mr5-on-drug': { fr: 'Première RM5 sous le premier ITK', en: 'First MR5 on the first TKI' },
  'survival.script': { fr: 'Script R de la figure', en: 'R script of the figure' },
  'survival.scriptHead': {
    fr: 'Effectifs exacts par jour : pour l’usage à l’intérieur de l’hôpital.',
    en: 'Exact counts of patients per day: for use inside the hospital.',
  },
  'survival.scriptNote': {
    fr: 'Avec survival et cmprsk il redessine la figure et vérifie ses nombres. Il contient des effectifs exacts par jour : il reste à l’hôpital.',
    en: 'With survival and cmprsk it redraws the figure and checks its numbers. It holds exact counts per day: it stays in the hospital.',
  },
  'survival.seen': {
    fr: 'Une réponse est vue à une visite : elle est survenue entre l’échantillon précédent et celui-ci. La courbe la date de ce dernier, donc trop tard, d’autant plus que les visites sont espacées. Qui n’a aucun échantillon évaluable après le début n’est pas analysé, ce qui ne se sait qu’après : les incidences sont celles des patients prélevés. Sans réponse, le suivi s’arrête au dernier échantillon ; un décès compte encore ensuite.',
    en: 'A response is seen at a visit: it came between the sample before and this one. The curve dates it by the latter, which is too late, the more so the wider the visits are apart. Who has no evaluable sample after the start is not analysed, which is known only afterwards: the incidences are those of patients who were sampled. Without a response, follow-up ends at the last sample; a death still counts after it.',
  },
  'survival.custom': { fr: 'Critère modifié', en: 'Custom endpoint' },
  'survival.entry': { fr: 'Entrée', en: 'Entry' },
  'survival.entry.none': { fr: 'À l’origine', en: 'At the origin' },
  'survival.entry.inclusion': {
    fr: 'À l’inclusion (tronquée à gauche)',
    en: 'At inclusion (left-truncated)',
  },
  'survival.confirmation': { fr: 'Perte de la RMM', en: 'Loss of MMR' },
  'survival.confirmation.1': { fr: 'un prélèvement', en: 'one test' },
  'survival.confirmation.2': { fr: 'deux consécutifs', en: 'two consecutive' },
  'survival.landmark': { fr: 'Landmark', en: 'Landmark' },
  'survival.landmark.none': { fr: 'Aucun', en: 'None' },
  'survival.months': {
    fr: '{months, plural, one {# mois} other {# mois}}',
    en: '{months, plural, one {# month} other {# months}}',
  },
  'survival.show': { fr: 'Montrer', en: 'Show' },
  'survival.show.free': { fr: 'Sans événement', en: 'Event-free' },
  'survival.show.incidence': { fr: 'Incidences cumulées', en: 'Cumulative incidences' },
  'survival.cause': { fr: 'Événement', en: 'Event' },
  'survival.groupBy': { fr: 'Comparer selon', en: 'Compare by' },
  'survival.noGroup': { fr: 'Une seule courbe', en: 'One curve' },
  'survival.interval': { fr: 'Intervalle', en: 'Interval' },
  'survival.x': { fr: 'Mois depuis : {origin}', en: 'Months from: {origin}' },
  'survival.y.free': { fr: 'Sans événement (%)', en: 'Event-free (%)' },
  'survival.y.incidence': { fr: 'Incidence cumulée (%)', en: 'Cumulative incidence (%)' },
  'survival.atRisk': { fr: 'À risque', en: 'At risk' },
  'survival.events': { fr: 'Événements', en: 'Events' },
  'survival.anyEvents': { fr: 'Tout événement', en: 'Any event' },
  'survival.censored': { fr: 'Censurés', en: 'Censored' },
  'survival.eventsSoFar': { fr: 'Événements jusque-là', en: 'Events so far' },
  'survival.censoredSoFar': { fr: 'Censurés jusque-là', en: 'Censored so far' },
  'survival.everybody': { fr: 'Cohorte', en: 'Cohort' },
  'survival.reading': {
    fr: '{name} : à {month} mois {share} ({lower} à {upper}), {atRisk, number} à risque',
    en: '{name}: at {month} months {share} ({lower} to {upper}), {atRisk, number} at risk',
  },
  'survival.readingBeyond': {
    fr: '{name} : au-delà du suivi à {month} mois',
    en: '{name}: beyond follow-up at {month} months',
  },
  'survival.cursor': {
    fr: 'Courbes : flèches pour aller de mois en mois, Page pour dix',
    en: 'Curves: arrows go month by month, Page by ten',
  },
  'survival.hint': {
    fr: 'Flèches gauche et droite : lire les courbes mois par mois.',
    en: 'Left and right arrows: read the curves month by month.',
  },
  'survival.empty': {
    fr: 'Personne de cette cohorte ne peut être suivi pour ce critère.',
    en: 'Nobody in this cohort can be followed for this endpoint.',
  },
  'survival.missing': {
    fr: 'L’extrait n’a pas la table « {table} », dont ce critère a besoin.',
    en: 'The extract has no table “{table}”, which this endpoint needs.',
  },
  'survival.analysed': {
    fr: '{analysed, plural, one {# patient analysé} other {# patients analysés}} ; {events} ; censurés : {censored, number}.',
    en: '{analysed, plural, one {# patient analysed} other {# patients analysed}}; {events}; censored: {censored, number}.',
  },
  'survival.eventCount': { fr: '{event} : {count, number}', en: '{event}: {count, number}' },
  'survival.groupUnknown': {
    fr: 'Groupe non connu, sur aucune courbe : {count, number}.',
    en: 'Group not known, on no curve: {count, number}.',
  },
  'survival.excluded': { fr: 'Non analysés : {list}.', en: 'Not analysed: {list}.' },
  'survival.excluded.no_origin': {
    fr: '{count, number} sans l’origine',
    en: '{count, number} without the origin',
  },
  'survival.excluded.not_recorded': {
    fr: '{count, number} dont l’événement n’est pas recueilli',
    en: '{count, number} whose event is not recorded',
  },
  'survival.excluded.off_scale': {
    fr: '{count, number} avec un transcrit hors échelle internationale',
    en: '{count, number} with a transcript off the International Scale',
  },
  'survival.excluded.event_before_origin': {
    fr: '{count, number} avec l’événement avant l’origine',
    en: '{count, number} with the event before the origin',
  },
  'survival.excluded.no_sample': {
    fr: '{count, number} sans échantillon qui renseigne',
    en: '{count, number} without a sample that tells',
  },
  'survival.excluded.no_follow_up': {
    fr: '{count, number} sans suivi après l’origine',
    en: '{count, number} without follow-up after the origin',
  },
  'survival.excluded.before_inclusion': {
    fr: '{count, number} sortis avant l’inclusion',
    en: '{count, number} who left before inclusion',
  },
  'survival.excluded.before_landmark': {
    fr: '{count, number} sortis avant le landmark',
    en: '{count, number} who left before the landmark',
  },
  'survival.logRank': {
    fr: 'Test du log-rank : χ² = {statistic} ({degreesOfFreedom, number} ddl), p {p}.',
    en: 'Log-rank test: χ² = {statistic} ({degreesOfFreedom, number} df), p {p}.',
  },
  'survival.gray': {
    fr: 'Test de Gray ({event}) : χ² = {statistic} ({degreesOfFreedom, number} ddl), p {p}.',
    en: 'Gray’s test ({event}): χ² = {statistic} ({degreesOfFreedom, number} df), p {p}.',
  },
  'survival.testNote': {
    fr: 'Une valeur p ne dit pas la taille d’une différence : voir les écarts et leurs intervalles dans le tableau.',
    en: 'A p-value does not tell the size of a difference: see the differences and their intervals in the table.',
  },
  'survival.source.event': {
    fr: 'Événement lu dans : {source}. L’entrée, la concurrence et la censure sont d’ici.',
    en: 'Event read in: {source}. Entry, competing events and censoring are chosen here.',
  },
  'survival.source.part': {
    fr: 'Lu en partie dans : {source}. Le reste est d’ici.',
    en: 'Read in part in: {source}. The rest is chosen here.',
  },
  'survival.source.method': {
    fr: 'Méthode lue dans : {source}. La définition est d’ici.',
    en: 'Method read in: {source}. The definition is chosen here.',
  },
  'survival.source.nothing': { fr: 'Source : non vérifiée.', en: 'Source: unverified.' },
  'survival.method.free': {
    fr: 'Kaplan-Meier, variance de Greenwood, bande ponctuelle à {level} % (« {interval} »). Mois de 30,4375 jours.',
    en: 'Kaplan-Meier, Greenwood variance, pointwise {level} % band (“{interval}”). Months of 30.4375 days.',
  },
  'survival.method.incidence': {
    fr: 'Aalen-Johansen, variance par jackknife infinitésimal, bande ponctuelle à {level} % (« {interval} »). Les incidences cumulées et la part sans événement font 100 % à tout moment. Mois de 30,4375 jours.',
    en: 'Aalen-Johansen, infinitesimal jackknife variance, pointwise {level} % band (“{interval}”). Cumulative incidences and the event-free share add up to 100 % at every time. Months of 30.4375 days.',
  },
  'survival.censoredOthers': {
    fr: 'Les autres événements censurent : c’est 1 − Kaplan-Meier, la part qui aurait la réponse si personne n’avait d’autre événement. Elle dépasse la part qui l’a vraiment, que donnent les événements en compétition.',
    en: 'The other events censor: this is 1 − Kaplan-Meier, the share that would have the response if nobody had another event. It is above the share that really has it, which competing events give.',
  },
  'survival.includedLater': {
    fr: '{count, plural, one {# patient analysé n’a été inclus} other {# patients analysés n’ont été inclus}} dans le registre qu’après l’origine : qui est mort ou perdu de vue avant n’est pas vu (troncature à gauche, non corrigée tant que l’entrée est à l’origine).',
    en: '{count, plural, one {# analysed patient was} other {# analysed patients were}} included in the registry after the origin only: who died or was lost before is not seen (left truncation, not corrected while entry is at the origin).',
  },
  'survival.truncated': {
    fr: 'Entrée à l’inclusion : les probabilités sont celles de patients observés dès l’origine, estimées sur ceux qui sont entrés ; le début repose sur peu de patients.',
    en: 'Entry at inclusion: the probabilities are those of patients observed from the origin, estimated from those who entered; their beginning rests on few patients.',
  },
  'survival.estimates': { fr: 'Estimations par courbe', en: 'Estimates per curve' },
  'survival.patients': { fr: 'Patients', en: 'Patients' },
  'survival.group': { fr: 'Groupe', en: 'Group' },
  'survival.median': { fr: 'Médiane (IC)', en: 'Median (CI)' },
  'survival.followUp': { fr: 'Suivi médian (KM inversé)', en: 'Median follow-up (reverse KM)' },
  'survival.restricted': {
    fr: 'Temps moyen sans événement sur {months, number} mois (IC)',
    en: 'Mean event-free time in {months, number} months (CI)',
  },
  'survival.landmarks': {
    fr: 'Sans événement à un temps donné (IC à {level} %)',
    en: 'Event-free at landmark times ({level} % CI)',
  },
  'survival.incidences': {
    fr: 'Incidence cumulée à un temps donné (IC à {level} %)',
    en: 'Cumulative incidence at landmark times ({level} % CI)',
  },
  'survival.differencesText': { fr: '{head} : {list}.', en: '{head}: {list}.' },
  'survival.differenceAt': {
    fr: '{name} {points} à {month, number} mois',
    en: '{name} {points} at {month, number} months',
  },
  'survival.differenceOfMeans': {
    fr: '{name} {mean} mois de moyenne restreinte à {months, number} mois',
    en: '{name} {mean} months of the mean restricted to {months, number} months',
  },
  'survival.differences.free': {
    fr: 'Écart de la part sans événement avec {reference} (points, IC à {level} %)',
    en: 'Difference in the event-free share from {reference} (points, {level} % CI)',
  },
  'survival.differences.incidence': {
    fr: 'Écart de l’incidence cumulée avec {reference} (points, IC à {level} %)',
    en: 'Difference in the cumulative incidence from {reference} (points, {level} % CI)',
  },
  'survival.halfBy': { fr: 'Atteint par la moitié à', en: 'Reached by half at' },
  'survival.others': { fr: 'Autres événements', en: 'Other events' },
  'survival.others.compete': { fr: 'Concurrents', en: 'Compete' },
  'survival.others.censor': { fr: 'Censurent', en: 'Censor' },
  'survival.depth': { fr: 'Profondeur', en: 'Depth' },
  'survival.restrictedDifference': {
    fr: 'Écart du temps moyen (mois)',
    en: 'Difference in mean time (months)',
  },
  'survival.withInterval': { fr: '{value} ({lower} à {upper})', en: '{value} ({lower} to {upper})' },
  'survival.month': { fr: 'Mois', en: 'Months' },
  'survival.probability': { fr: 'Probabilité', en: 'Probability' },
  'survival.intervalColumn': { fr: 'Intervalle', en: 'Interval' },
  'survival.immortal.title': {
    fr: 'Temps immortel : ces courbes supposent ce qui n’est connu que plus tard',
    en: 'Immortal time: these curves assume what is known only later',
  },
  'survival.immortal.group': {
    fr: 'le groupe « {name} », connu {when}',
    en: 'the group “{name}”, known {when}',
  },
  'survival.immortal.cohort': {
    fr: 'la cohorte « {name} », connue {when}',
    en: 'the cohort “{name}”, known {when}',
  },
  'survival.cohorts': { fr: 'Cohortes nommées', en: 'Named cohorts' },
  'survival.cohortsNote': {
    fr: '{shared, plural, =0 {Aucun patient n’est dans deux de ces cohortes.} one {# patient est dans plusieurs de ces cohortes : il est sur plusieurs courbes, qui ne sont donc pas indépendantes ; elles ne sont pas comparées.} other {# patients sont dans plusieurs de ces cohortes : ils sont sur plusieurs courbes, qui ne sont donc pas indépendantes ; elles ne sont pas comparées.}} Les effectifs s’additionnent sur les cohortes.',
    en: '{shared, plural, =0 {No patient is in two of these cohorts.} one {# patient is in several of these cohorts and on several curves, which are therefore not independent: they are not compared.} other {# patients are in several of these cohorts and on several curves, which are therefore not independent: they are not compared.}} Counts add up over the cohorts.',
  },
  'survival.cohortsHint': {
    fr: 'Donnez un nom à une cohorte, par « Cohortes », pour la comparer ici.',
    en: 'Name a cohort, under “Cohorts”, to compare it here.',
  },
  'survival.immortal.covariate': {
    fr: 'la covariable « {name} », connue {when}',
    en: 'the covariate “{name}”, known {when}',
  },
  'survival.immortal.rule': {
    fr: 'la règle {place, number} de la cohorte, connue {when}',
    en: 'rule {place, number} of the cohort, known {when}',
  },
  'survival.immortal.month': { fr: 'au mois {month}', en: 'at month {month}' },
  'survival.immortal.end': { fr: 'à la fin du suivi seulement', en: 'at the end of follow-up only' },
  'survival.immortal.what': {
    fr: 'Il faut vivre et être suivi assez longtemps pour y être : {list}. Les groupes en paraissent meilleurs qu’ils ne sont.',
    en: 'One must live and be followed long enough to be in it: {list}. The groups look better than they are.',
  },
  'survival.immortal.before': {
    fr: '{leave, number} patients quittent le suivi avant le mois {month}, dont {events, number} avec un événement : ils n’auraient pas pu y être.',
    en: '{leave, number} patients leave the follow-up before month {month}, {events, number} of them with an event: they could not have been in it.',
  },
  'survival.immortal.mend': { fr: 'Analyser à partir du mois {month}', en: 'Analyse from month {month} on' },
  'survival.immortal.noMend': {
    fr: 'Aucun landmark ne le corrige : retirez la règle, ou analysez-la comme variable dépendant du temps.',
    en: 'No landmark mends this: remove the rule, or analyse it as a time-dependent variable.',
  },
} as const satisfies MessageGroup;
