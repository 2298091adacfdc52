import type { MessageGroup } from '../message';

export const comparisonMessages = {
  'comparison.title': { fr: 'Comparaison', en: 'Comparison' },
  'comparison.choose': { fr: 'Cohortes à comparer', en: 'Cohorts to compare' },
  'comparison.chooseHint': {
    fr: 'La première est la référence des différences. Au plus {most, number} cohortes, et le reste.',
    en: 'Differences are against the first. At most {most, number} cohorts, and the rest.',
  },
  'comparison.current': { fr: 'Cohorte actuelle', en: 'Current cohort' },
  'comparison.rest': { fr: 'Le reste', en: 'The rest' },
  'comparison.restIs': {
    fr: 'Le reste : les patients qui ne sont dans aucune des cohortes choisies.',
    en: 'The rest: patients in none of the cohorts chosen.',
  },
  'comparison.nothing': { fr: 'Il n’y a encore rien à comparer', en: 'There is nothing to compare yet' },
  'comparison.nothingHint': {
    fr: 'La cohorte actuelle contient tous les patients. Ajoutez-lui une règle pour la comparer au reste, ou gardez plusieurs cohortes sous un nom (« Cohortes », en haut) pour les mettre côte à côte.',
    en: 'The current cohort holds every patient. Add a rule to compare it with the rest, or keep several cohorts under a name (“Cohorts”, above) to put them side by side.',
  },
  'comparison.pickOne': { fr: 'Choisissez au moins une cohorte.', en: 'Choose at least one cohort.' },

  'comparison.definitions': { fr: 'Définitions', en: 'Definitions' },

  'comparison.overlap': { fr: 'Recouvrement', en: 'Overlap' },
  'comparison.overlapSummary': {
    fr: '{overlapping, plural, =0 {Aucun patient n’est} one {# patient est} other {# patients sont}} dans plusieurs des cohortes, {none, plural, =0 {aucun} one {#} other {#}} dans aucune.',
    en: '{overlapping, plural, =0 {No patient is} one {# patient is} other {# patients are}} in more than one of the cohorts, {none, plural, =0 {none} other {#}} in none.',
  },
  'comparison.overlapTable': {
    fr: 'Patients par combinaison de cohortes',
    en: 'Patients by combination of cohorts',
  },
  'comparison.in': { fr: 'dedans', en: 'in' },
  'comparison.out': { fr: 'dehors', en: 'out' },
  'comparison.onlyIn': { fr: 'Dans {names} seulement', en: 'In {names} only' },
  'comparison.inNone': { fr: 'Dans aucune', en: 'In none' },
  'comparison.patients': { fr: 'Patients', en: 'Patients' },
  'comparison.share': { fr: 'Part', en: 'Share' },
  'comparison.combination': { fr: 'Combinaison', en: 'Combination' },

  'comparison.tableOne': { fr: 'Tableau 1', en: 'Table 1' },
  'comparison.tableOneTitle': {
    fr: 'Caractéristiques des patients, par cohorte',
    en: 'Characteristics of the patients, by cohort',
  },
  'comparison.characteristic': { fr: 'Caractéristique', en: 'Characteristic' },
  'comparison.column': { fr: '{name} (n\u00a0=\u00a0{count})', en: '{name} (n\u00a0=\u00a0{count})' },
  'comparison.numbers': { fr: 'Nombres', en: 'Numbers' },
  'comparison.numbers.median': { fr: 'Médiane (Q1 à Q3)', en: 'Median (Q1 to Q3)' },
  'comparison.numbers.mean': { fr: 'Moyenne (ET)', en: 'Mean (SD)' },
  'comparison.tests': { fr: 'Valeurs p', en: 'p-values' },
  'comparison.facts': { fr: 'Lignes du tableau', en: 'Rows of the table' },
  'comparison.addFact': { fr: 'Ajouter une ligne', en: 'Add a row' },
  'comparison.addFactNone': { fr: 'Choisir…', en: 'Choose…' },
  'comparison.factsReset': { fr: 'Lignes par défaut', en: 'Default rows' },
  'comparison.removeFact': { fr: 'Retirer : {name}', en: 'Remove: {name}' },
  'comparison.moveUp': { fr: 'Monter : {name}', en: 'Move up: {name}' },
  'comparison.moveDown': { fr: 'Descendre : {name}', en: 'Move down: {name}' },
  'comparison.moved': { fr: '{name} : ligne {place, number}.', en: '{name}: row {place, number}.' },
  'comparison.noFacts': { fr: 'Le tableau n’a aucune ligne.', en: 'The table has no row.' },
  'comparison.missing': { fr: 'Non connu', en: 'Not known' },
  'comparison.median': { fr: '{name}, médiane (Q1 à Q3)', en: '{name}, median (Q1 to Q3)' },
  'comparison.mean': { fr: '{name}, moyenne (ET)', en: '{name}, mean (SD)' },
  'comparison.named': { fr: '{name} ({unit})', en: '{name} ({unit})' },
  'comparison.category': { fr: '{name}, n (%)', en: '{name}, n (%)' },
  'comparison.part': { fr: '{count} ({share})', en: '{count} ({share})' },
  'comparison.spread': { fr: '{location} ({spread})', en: '{location} ({spread})' },
  'comparison.differenceOf': { fr: 'DS : {name} / {first}', en: 'SMD: {name} vs {first}' },
  'comparison.p': { fr: 'p', en: 'p' },
  'comparison.test': { fr: 'Test', en: 'Test' },
  'comparison.method.pearson': { fr: 'χ²', en: 'χ²' },
  'comparison.method.pearson-small-expected': {
    fr: 'χ² (effectifs attendus < 5)',
    en: 'χ² (expected counts < 5)',
  },
  'comparison.method.fisher-exact': { fr: 'Fisher', en: 'Fisher' },
  'comparison.method.wilcoxon-exact': { fr: 'Wilcoxon exact', en: 'Wilcoxon, exact' },
  'comparison.method.wilcoxon-normal': { fr: 'Wilcoxon', en: 'Wilcoxon' },
  'comparison.method.kruskal-wallis': { fr: 'Kruskal-Wallis', en: 'Kruskal-Wallis' },
  'comparison.tooSmall': { fr: '<\u00a0{value}', en: '<\u00a0{value}' },

  'comparison.note.known': {
    fr: 'Les pourcentages sont calculés parmi les valeurs connues ; ceux des non-connus, parmi tous.',
    en: 'Percentages are of the known; those of the not known are of all.',
  },
  'comparison.note.median': {
    fr: 'Quartiles de type 7 (Hyndman et Fan), comme par défaut dans R.',
    en: 'Quartiles of type 7 (Hyndman and Fan), as R’s default.',
  },
  'comparison.note.mean': { fr: 'ET : écart-type (n − 1).', en: 'SD: standard deviation (n − 1).' },
  'comparison.note.difference': {
    fr: 'DS : différence standardisée avec la première cohorte, en valeur absolue (nombres : Austin ; catégories : Yang et Dalton, tous niveaux ensemble).',
    en: 'SMD: standardised difference from the first cohort, absolute value (numbers: Austin; categories: Yang and Dalton, all levels together).',
  },
  'comparison.note.overlap': {
    fr: 'Ces cohortes ont des patients en commun : ni différence standardisée ni test n’est défini, car ils supposent des groupes disjoints.',
    en: 'These cohorts have patients in common: neither standardised differences nor tests are defined, for they assume disjoint groups.',
  },
  'comparison.note.tests': {
    fr: 'Tests bilatéraux, sans correction pour leur nombre. Catégories : χ² de Pearson sans correction de continuité, test exact de Fisher si un effectif attendu est inférieur à 5. Nombres : rangs de Wilcoxon (deux cohortes, approximation normale avec correction de continuité, exact en dessous de 50 sans ex æquo) ou Kruskal-Wallis.',
    en: 'Two-sided tests, not corrected for their number. Categories: Pearson’s χ² without continuity correction, Fisher’s exact test if an expected count is below 5. Numbers: Wilcoxon rank sum (two cohorts; normal approximation with continuity correction, exact below 50 without ties) or Kruskal-Wallis.',
  },
  'comparison.note.exact': {
    fr: 'L’écran montre les effectifs exacts. Ce qui est enregistré ou copié est arrondi : effectifs au multiple de {roundTo}, moins de {threshold} masqués, moyennes et quartiles à deux ou trois chiffres.',
    en: 'The screen shows exact counts. What is saved or copied is rounded: counts to multiples of {roundTo}, fewer than {threshold} masked, means and quartiles to two or three digits.',
  },
  'comparison.note.released': {
    fr: 'Effectifs arrondis au multiple de {roundTo} ; de 1 à moins de {threshold} : « < {threshold} » ; « non montré » : retiré parce que, avec les autres, il révélerait un petit effectif. Pourcentages calculés sur les effectifs arrondis. Ni différence ni p sur les lignes qui ont un petit effectif. Les centres n’ont pas de ligne : leurs codes restent à l’intérieur.',
    en: 'Counts rounded to multiples of {roundTo}; 1 to fewer than {threshold}: “< {threshold}”; “not shown”: left out because, with the others, it would tell a small count. Percentages are made of rounded counts. Rows with a small count have neither difference nor p. Centres have no row: their codes stay inside.',
  },
  'comparison.withheld': { fr: 'non montré', en: 'not shown' },
  'comparison.under': { fr: '<\u00a0{count}', en: '<\u00a0{count}' },

  'comparison.export': { fr: 'Emporter le tableau (arrondi)', en: 'Take the table along (rounded)' },
  'comparison.export.csv': { fr: 'CSV', en: 'CSV' },
  'comparison.export.html': { fr: 'HTML', en: 'HTML' },
  'comparison.export.doc': { fr: 'Word', en: 'Word' },
  'comparison.export.copy': { fr: 'Copier', en: 'Copy' },
  'comparison.copied': {
    fr: 'Tableau copié : collez-le dans Word ou dans un tableur.',
    en: 'Table copied: paste it into Word or a spreadsheet.',
  },
  'comparison.notCopied': {
    fr: 'Ce navigateur ne laisse pas la page copier : enregistrez le fichier Word.',
    en: 'This browser does not let the page copy: save the Word file.',
  },
  'comparison.definition': { fr: 'Définition de « {name} »', en: 'Definition of “{name}”' },

  'comparison.change': { fr: 'D’une version à l’autre', en: 'From one version to another' },
  'comparison.before': { fr: 'De', en: 'From' },
  'comparison.after': { fr: 'À', en: 'To' },
  'comparison.swap': { fr: 'Inverser', en: 'Swap' },
  'comparison.same': {
    fr: 'Les deux définitions disent la même chose.',
    en: 'Both definitions say the same.',
  },
  'comparison.changeCounts': {
    fr: '{before, number} → {after, number} patients : {stayed, plural, one {# reste} other {# restent}}, {entered, plural, one {# entre} other {# entrent}}, {left, plural, one {# sort} other {# sortent}}.',
    en: '{before, number} → {after, number} patients: {stayed, plural, one {# stays} other {# stay}}, {entered, plural, one {# enters} other {# enter}}, {left, plural, one {# leaves} other {# leave}}.',
  },
  'comparison.alone': {
    fr: 'Seule, elle écarte {count, plural, =0 {personne} one {# patient} other {# patients}}.',
    en: 'It alone keeps out {count, plural, =0 {nobody} one {# patient} other {# patients}}.',
  },
  'comparison.aloneWas': {
    fr: 'Seule, elle écartait {count, plural, =0 {personne} one {# patient} other {# patients}}.',
    en: 'It alone kept out {count, plural, =0 {nobody} one {# patient} other {# patients}}.',
  },
  'comparison.aloneBoth': {
    fr: 'Seule, elle écartait {before, plural, =0 {personne} one {# patient} other {# patients}}, et en écarte maintenant {after, number}.',
    en: 'Alone it kept out {before, plural, =0 {nobody} one {# patient} other {# patients}}, and now keeps out {after, number}.',
  },
} as const satisfies MessageGroup;
