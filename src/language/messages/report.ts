import type { MessageGroup } from '../message';

/** The report of the committee: what it holds, and what stands on its sheets. */
export const reportMessages = {
  'report.title': { fr: 'Rapport du comité', en: 'Committee report' },
  'report.heading': {
    fr: 'Observatoire LMC : rapport au comité de pilotage',
    en: 'CML observatory: report to the steering committee',
  },
  'report.choices': { fr: 'Contenu du rapport', en: 'What the report holds' },
  'report.intro': {
    fr: 'Le rapport est figé sur l’extrait ouvert et la cohorte en cours, et n’est fait que de nombres diffusables. Une règle sur le centre, dans la cohorte, le limite à certains centres. Les indicateurs qui comptent des échantillons, des lignes ou des arrêts n’y sont pas : combien de patients sont derrière chaque nombre n’est pas connu.',
    en: 'The report is frozen to the open extract and the cohort as it is, and made of released numbers alone. A rule on the centre, in the cohort, keeps it to some centres. Indicators that count samples, lines or stops are not in it: how many patients stand behind each number is not known.',
  },
  'report.centres': { fr: 'Centres', en: 'Centres' },
  'report.centres.masked': { fr: 'Comparés, masqués', en: 'Compared, masked' },
  'report.centres.together': { fr: 'Tous ensemble', en: 'All together' },
  'report.make': { fr: 'Préparer le rapport', en: 'Prepare the report' },
  'report.making': { fr: 'Préparation du rapport…', en: 'Preparing the report…' },
  'report.made': {
    fr: 'Rapport figé. Un changement de cohorte ou de choix ne le change pas : préparez-le de nouveau.',
    en: 'The report is frozen. Another cohort or choice does not change it: prepare it again.',
  },
  'report.print': { fr: 'Imprimer ou enregistrer en PDF', en: 'Print or save as PDF' },
  'report.bundle': { fr: 'Enregistrer le dossier à rejouer', en: 'Save the bundle to replay' },
  'report.sheets': { fr: 'Feuilles du rapport', en: 'Sheets of the report' },
  'report.cohort': { fr: 'Cohorte', en: 'Cohort' },
  'report.extract': { fr: 'Extrait', en: 'Extract' },
  'report.fingerprint': { fr: 'Empreinte (SHA-256)', en: 'Fingerprint (SHA-256)' },
  'report.contract': { fr: 'Contrat de données', en: 'Data contract' },
  'report.application': { fr: 'Application', en: 'Application' },
  'report.policy': { fr: 'Politique de diffusion', en: 'Disclosure policy' },
  'report.threshold': {
    fr: 'Aucun effectif sous {threshold, number}.',
    en: 'No count under {threshold, number}.',
  },
  'report.overview': { fr: 'Vue d’ensemble', en: 'Overview' },
  'report.overviewNote': {
    fr: 'Effectifs arrondis ; « < » : trop petits pour être donnés ; « non montré » : un autre nombre permettrait de les retrouver. Une barre ou une catégorie sans effectif assez grand n’est pas dans son tableau. Les parts sont celles des effectifs arrondis.',
    en: 'Counts are rounded; “<”: too small to be told; “not shown”: another number would tell a small one. A bar or a class without a count that is large enough is not in its table. Shares are those of the rounded counts.',
  },
  'report.share': { fr: 'Part', en: 'Share' },
  'report.period': { fr: 'Période', en: 'Period' },
  'report.reading': {
    fr: '{share} : {met} sur {assessed} évalués ; {unknown} non évaluables.',
    en: '{share}: {met} of {assessed} assessed; {unknown} could not be assessed.',
  },
  'report.nothingTold': {
    fr: 'Aucune part ne peut être diffusée.',
    en: 'No share may be told.',
  },
  'report.funnelKey': {
    fr: 'Trait horizontal : ensemble ; tirets : limites à 95 % ; traits : limites à 99,8 %. Carrés : hors des limites. Un centre dont la part ne peut être donnée n’est pas dessiné.',
    en: 'Horizontal line: overall; dashed: 95 % limits; solid: 99.8 % limits. Squares: outside the limits. A centre whose share may not be told is not drawn.',
  },
  'report.funnelMethod': {
    fr: 'Centres : limites binomiales exactes autour de la part d’ensemble (Spiegelhalter 2005). Un centre sur vingt est hors de 95 % par le seul hasard ; un point dehors demande une explication, il n’en donne pas. Les centres ne sont pas classés.',
    en: 'Centres: exact binomial limits around the overall share (Spiegelhalter 2005). One centre in twenty is outside 95 % by chance alone; a point outside asks for an explanation and gives none. Centres are not ranked.',
  },
  'report.notes': { fr: 'Notes', en: 'Notes' },
  'report.definitions': { fr: 'Définitions', en: 'Definitions' },
  'report.definition': {
    fr: '{indicator} (version {version, number})',
    en: '{indicator} (version {version, number})',
  },
  'report.quality': { fr: 'Qualité', en: 'Quality' },
  'report.notAssessed': {
    fr: '{indicator} : {unknown} sur {units} patients non évaluables.',
    en: '{indicator}: {unknown} of {units} patients could not be assessed.',
  },
  'report.warnings': {
    fr: 'Patients dont au moins une ligne ne respecte pas une règle du contrat, dans les tables de ce thème :',
    en: 'Patients with at least one row that breaks a rule of the contract, in the tables of this topic:',
  },
  'report.warning': { fr: '{rule} Patients : {patients}.', en: '{rule} Patients: {patients}.' },
  'report.noWarning': {
    fr: 'Aucune règle du contrat n’est enfreinte dans les tables de ce thème.',
    en: 'No rule of the contract is broken in the tables of this topic.',
  },
  'report.qualityNote': {
    fr: 'Une part ne parle que des patients évalués. Le nombre de ceux qui ne peuvent pas l’être est dans la vue d’ensemble : plus il est grand, moins la part décrit tout le monde. Aucune valeur manquante n’est comptée comme « non ».',
    en: 'A share tells of the assessed patients only. How many could not be assessed is in the overview: the more they are, the less the share describes everybody. No missing value counts as “no”.',
  },
  'report.methods': { fr: 'Méthodes', en: 'Methods' },
  'report.methodNote': {
    fr: 'Périodes de {years, number} années civiles, chacune placée à sa dernière année ; point creux : période en cours ou moins de dix évalués. Intervalles de Wilson et test de tendance de Cochran-Armitage, calculés sur les effectifs arrondis. Ce qui demande du recul n’est compté que chez ceux qui ont été suivis assez longtemps.',
    en: 'Periods of {years, number} calendar years, each placed at its last year; hollow points: a period that is not over, or fewer than ten assessed. Wilson intervals and the Cochran-Armitage test for trend, computed from the rounded counts. What takes time to be seen is counted among those who were followed for that time.',
  },
  'report.disclosure': {
    fr: 'Diffusion : effectifs arrondis au multiple de {roundTo, number}, aucun sous {threshold, number} ; suppression secondaire entre périodes, centres et total ; centres masqués sauf le vôtre, petits centres réunis. L’ajustement sur l’ELTS n’est pas dans le rapport.',
    en: 'Disclosure control: counts rounded to a multiple of {roundTo, number}, none under {threshold, number}; complementary suppression between periods, centres and the total; centres masked but yours, small centres together. The adjustment for ELTS is not in the report.',
  },
  'report.replay': {
    fr: 'Le dossier enregistré avec ce rapport se rejoue sur un extrait ultérieur (écran Exports, ou en ligne de commande) et compare chaque nombre. Un indicateur dont la règle a changé de version n’est pas comparé.',
    en: 'The bundle saved with this report can be replayed on a later extract (screen Exports, or from the command line), which compares every number. An indicator whose rule has another version is not compared.',
  },
} as const satisfies MessageGroup;
