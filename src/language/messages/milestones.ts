import type { MessageGroup } from '../message';

export const milestonesMessages = {
  'milestones.title': { fr: 'Jalons', en: 'Milestones' },
  'milestones.guideline': { fr: 'Recommandation', en: 'Guideline' },
  'milestones.guideline.ELN2013': { fr: 'ELN 2013', en: 'ELN 2013' },
  'milestones.guideline.ELN2020': { fr: 'ELN 2020', en: 'ELN 2020' },
  'milestones.bars': {
    fr: 'Réponse moléculaire aux jalons, {guideline}',
    en: 'Molecular response at the milestones, {guideline}',
  },
  'milestones.flows': {
    fr: 'Passages d’un jalon au suivant, {guideline}',
    en: 'From one milestone to the next, {guideline}',
  },
  'milestones.groups.first_tki': {
    fr: 'Jalon à {month} mois selon le premier ITK, {guideline}',
    en: 'Milestone at {month} months by first TKI, {guideline}',
  },
  'milestones.groups.centre': {
    fr: 'Jalon à {month} mois selon le centre, {guideline}',
    en: 'Milestone at {month} months by centre, {guideline}',
  },
  'milestones.groupBy': { fr: 'Selon', en: 'By' },
  'milestones.groupBy.first_tki': { fr: 'Premier ITK', en: 'First TKI' },
  'milestones.groupBy.centre': { fr: 'Centre', en: 'Centre' },
  'milestones.month': { fr: 'Jalon', en: 'Milestone' },
  'milestones.band.optimal': { fr: 'Optimal', en: 'Optimal' },
  'milestones.band.warning': { fr: 'Alerte', en: 'Warning' },
  'milestones.band.failure': { fr: 'Échec', en: 'Failure' },
  'milestones.band.not_assessed': { fr: 'Non évalué', en: 'Not assessed' },
  'milestones.reason.atypical_transcript': { fr: 'Transcrit atypique', en: 'Atypical transcript' },
  'milestones.reason.not_followed': {
    fr: 'Suivi arrêté avant la fenêtre',
    en: 'Follow-up ends before the window',
  },
  'milestones.reason.no_sample': {
    fr: 'Aucun prélèvement évaluable dans la fenêtre',
    en: 'No evaluable sample in the window',
  },
  'milestones.x': { fr: 'Patients avec un ITK (%)', en: 'Patients with a TKI (%)' },
  'milestones.count': { fr: 'n = {count, number}', en: 'n = {count, number}' },
  'milestones.countFew': { fr: 'n = {count, number} (peu)', en: 'n = {count, number} (few)' },
  'milestones.tip': {
    fr: '{name}\n{band} : {patients, number} sur {all, number} ({share})',
    en: '{name}\n{band}: {patients, number} of {all, number} ({share})',
  },
  'milestones.flowTip': {
    fr: '{from} à {fromMonth} mois → {to} à {toMonth} mois\n{patients, plural, one {# patient} other {# patients}}',
    en: '{from} at {fromMonth} months → {to} at {toMonth} months\n{patients, plural, one {# patient} other {# patients}}',
  },
  'milestones.summary': {
    fr: 'À {month} mois : {optimal, number} optimaux, {warning, number} en alerte, {failure, number} en échec, {notAssessed, number} non évalués.',
    en: 'At {month} months: {optimal, number} optimal, {warning, number} warning, {failure, number} failure, {notAssessed, number} not assessed.',
  },
  'milestones.flowSummary': {
    fr: 'De 3 à 6 mois, {kept36, number} patients sur {patients, number} restent dans la même classe ; de 6 à 12 mois, {kept612, number}.',
    en: 'From 3 to 6 months {kept36, number} of {patients, number} patients stay in the same class; from 6 to 12 months {kept612, number}.',
  },
  'milestones.denominator': {
    fr: '{patients, plural, one {# patient de la cohorte a eu un ITK} other {# patients de la cohorte ont eu un ITK}} : c’est toute la barre. {withoutTki, plural, =0 {} one {# patient n’en a jamais eu et n’est pas compté.} other {# patients n’en ont jamais eu et ne sont pas comptés.}}',
    en: '{patients, plural, one {# patient of the cohort has had a TKI} other {# patients of the cohort have had a TKI}}: that is the whole bar. {withoutTki, plural, =0 {} one {# patient never had one and is not counted.} other {# patients never had one and are not counted.}}',
  },
  'milestones.window': {
    fr: 'Fenêtres depuis le premier ITK : 3 mois de 2 à 4,5, 6 mois de 4,5 à 9, 12 mois de 9 à 15 (choix propres, les recommandations nomment des mois). Le prélèvement évaluable le plus proche compte. « Non évalué » est une classe à part, jamais un échec.',
    en: 'Windows since the first TKI: 3 months from 2 to 4.5, 6 months from 4.5 to 9, 12 months from 9 to 15 (our own, the recommendations name months). The nearest evaluable sample counts. “Not assessed” is a class of its own, never a failure.',
  },
  'milestones.rule.ELN2013': {
    fr: 'ELN 2013, partie moléculaire : optimal ≤ 10 % à 3 mois, < 1 % à 6 mois, ≤ 0,1 % à 12 mois ; échec > 10 % à 6 mois, > 1 % à 12 mois. À 3 mois, la biologie moléculaire seule ne définit pas d’échec. Source : {source}.',
    en: 'ELN 2013, molecular part: optimal ≤ 10 % at 3 months, < 1 % at 6 months, ≤ 0.1 % at 12 months; failure > 10 % at 6 months, > 1 % at 12 months. At 3 months molecular results alone define no failure. Source: {source}.',
  },
  'milestones.rule.ELN2020': {
    fr: 'ELN 2020 : optimal ≤ 10 % à 3 mois (réponse moléculaire précoce, EMR), ≤ 1 % à 6 mois, ≤ 0,1 % à 12 mois ; échec > 10 % à 3 mois si confirmé dans les 1 à 3 mois, > 10 % à 6 mois, > 1 % à 12 mois. Source : {source}.',
    en: 'ELN 2020: optimal ≤ 10 % at 3 months (early molecular response, EMR), ≤ 1 % at 6 months, ≤ 0.1 % at 12 months; failure > 10 % at 3 months if confirmed within 1 to 3 months, > 10 % at 6 months, > 1 % at 12 months. Source: {source}.',
  },
  'milestones.shares': {
    fr: 'Parts : parmi les patients évalués, intervalle de Wilson à 95 %. « peu » : moins de {few} patients évalués.',
    en: 'Shares: among patients assessed, 95 % Wilson interval. “few”: fewer than {few} patients assessed.',
  },
  'milestones.noRanking': {
    fr: 'Ni ajustement sur le risque, ni classement : les centres sont dans l’ordre de leurs codes.',
    en: 'No adjustment for risk and no ranking: centres are in the order of their codes.',
  },
  'milestones.why': {
    fr: 'Pourquoi un patient est dans sa classe : ouvrez-le sur l’écran « Patients », sous « Pourquoi ces jalons ».',
    en: 'Why a patient is in a class: open the patient on the screen “Patients”, under “Why these milestones”.',
  },
  'milestones.toPatients': { fr: 'Voir ces patients', en: 'See these patients' },
  'milestones.empty': {
    fr: 'Aucun patient de cette cohorte n’a eu d’ITK.',
    en: 'No patient of this cohort has had a TKI.',
  },
  'milestones.unknownGroup': { fr: 'Non renseigné', en: 'Not known' },
  'milestones.column.group': { fr: 'Groupe', en: 'Group' },
  'milestones.column.milestone': { fr: 'Jalon', en: 'Milestone' },
  'milestones.column.patients': { fr: 'Patients avec ITK', en: 'Patients with a TKI' },
  'milestones.column.assessed': { fr: 'Évalués', en: 'Assessed' },
  'milestones.column.share': { fr: '{band}, part (IC 95 %)', en: '{band}, share (95 % CI)' },
  'milestones.column.from': { fr: 'De', en: 'From' },
  'milestones.column.to': { fr: 'À', en: 'To' },
  'milestones.column.count': { fr: 'Patients', en: 'Patients' },
  'milestones.atMonth': { fr: '{band} à {month} mois', en: '{band} at {month} months' },
  'milestones.few': { fr: '{text} (peu)', en: '{text} (few)' },
  'milestones.changes': {
    fr: 'Qui change de classe entre ELN 2013 et ELN 2020',
    en: 'Who changes class between ELN 2013 and ELN 2020',
  },
  'milestones.changesSummary': {
    fr: '{changed, plural, =0 {Aucun patient ne change de classe} one {# changement de classe} other {# changements de classe}} : {list}.',
    en: '{changed, plural, =0 {Nobody changes class} one {# change of class} other {# changes of class}}: {list}.',
  },
  'milestones.changesAt': { fr: '{count, number} à {month} mois', en: '{count, number} at {month} months' },
  'milestones.changed': { fr: 'Change de classe', en: 'Changes class' },
  'milestones.kept': { fr: 'Garde sa classe', en: 'Keeps its class' },
  'milestones.column.change': { fr: 'Changement', en: 'Change' },
  'milestones.openCohort': {
    fr: 'Ouvrir : {month} mois, de {before} à {after} ({patients, plural, one {# patient} other {# patients}})',
    en: 'Open: {month} months, from {before} to {after} ({patients, plural, one {# patient} other {# patients}})',
  },
  'milestones.openFull': {
    fr: 'Ces patients ne peuvent pas être ouverts comme cohorte : elle a déjà presque {most, number} règles, le plus qu’une cohorte peut avoir.',
    en: 'These patients cannot be opened as a cohort: it has nearly {most, number} rules already, the most that a cohort may have.',
  },
  'milestones.openHint': {
    fr: 'Ajoute les deux classes aux règles de la cohorte et ouvre la liste des patients ; « Annuler » revient en arrière.',
    en: 'Adds the two classes to the rules of the cohort and opens the list of patients; “Undo” goes back.',
  },
  'milestones.explanation': { fr: 'Pourquoi ces jalons', en: 'Why these milestones' },
  'milestones.explanationUsed': { fr: 'Prélèvement retenu : {sample}.', en: 'Sample used: {sample}.' },
  'milestones.explanationSecond': {
    fr: 'Second prélèvement : {sample}.',
    en: 'Second sample: {sample}.',
  },
  'milestones.explanationSample': {
    fr: 'jour {day, number}, {months} mois après le premier ITK, {reading}',
    en: 'day {day, number}, {months} months after the first TKI, {reading}',
  },
  'milestones.explanationSource': { fr: 'Source : {source}.', en: 'Source: {source}.' },
  'milestones.explanationAll': {
    fr: 'Tous les prélèvements et leur classe',
    en: 'Every sample and its class',
  },
  'milestones.column.day': { fr: 'Jour', en: 'Day' },
  'milestones.column.months': { fr: 'Mois d’ITK', en: 'Months of TKI' },
  'milestones.column.class': { fr: 'Classe et pourquoi', en: 'Class and why' },
  'milestones.column.useAt': { fr: 'Jalon à {month} mois', en: 'Milestone at {month} months' },
  'milestones.used': { fr: 'retenu', en: 'used' },
  'milestones.confirms': { fr: 'second prélèvement', en: 'second sample' },
  'milestones.classSource': {
    fr: 'Classes : {source}.',
    en: 'Classes: {source}.',
  },
} as const satisfies MessageGroup;
