import type { MessageGroup } from '../message';

export const codeMessages = {
  'code.show': { fr: 'Voir le code', en: 'Show the code' },
  'code.kind': { fr: 'Code de la figure', en: 'Code of the figure' },
  'code.sql': { fr: 'SQL', en: 'SQL' },
  'code.cell': { fr: 'Cellule de cahier', en: 'Notebook cell' },
  'code.script': { fr: 'Script R', en: 'R script' },
  'code.scriptNote': {
    fr: 'Les nombres de la figure et ce que R en calcule. Les comptes sont exacts : le script se lit et se copie ici, il n’a pas d’export.',
    en: 'The numbers of the figure and what R computes from them. The counts are exact: the script is read and copied here, it has no export.',
  },
  'code.scriptHead': {
    fr: 'Comptes exacts : pour un usage à l’intérieur de l’hôpital.',
    en: 'Exact counts: for use inside the hospital.',
  },
  'code.scriptTooLong': {
    fr: 'La réponse a plus de {most, number} lignes : trop pour un script. L’atelier SQL les montre.',
    en: 'The answer has more than {most, number} rows: too many for a script. The workbench shows them.',
  },
  'code.sqlNote': {
    fr: 'Ce que la figure demande au moteur ; la table cohort est la cohorte courante.',
    en: 'What the figure asks of the engine; the table cohort is the current cohort.',
  },
  'code.ownRule': {
    fr: 'Le graphique laisse de côté la règle sur son propre critère ; cette requête et le script R font de même.',
    en: 'The chart leaves out the rule on its own fact; so do this statement and the R script.',
  },
  'code.cellNote': {
    fr: 'La même question et le même calcul, à placer dans une cellule d’un cahier quelconque, à côté d’autres figures.',
    en: 'The same question and the same computation, for a cell of any notebook, beside other figures.',
  },
  'code.copy': { fr: 'Copier', en: 'Copy' },
  'code.copied': { fr: 'Copié.', en: 'Copied.' },
  'code.notCopied': {
    fr: 'Le navigateur ne laisse pas copier : le texte se sélectionne.',
    en: 'The browser does not let it be copied: the text can be selected.',
  },
  'code.workbench': { fr: 'Ouvrir dans l’atelier SQL', en: 'Open in the workbench' },
  'code.notebook': { fr: 'Commencer un cahier ici', en: 'Start a notebook from here' },
  'code.notebookNote': {
    fr: 'Télécharge {name}.html, qui contient la définition, aucune donnée. Placé dans le dossier notebooks, il est construit avec le site (npm start) et s’ouvre à l’adresse /notebooks/{name}.html. La suite est dans notebooks/README.md.',
    en: 'Downloads {name}.html, which holds the definition and no data. Put into the folder notebooks, it is built with the site (npm start) and opens at /notebooks/{name}.html. The rest is in notebooks/README.md.',
  },
  'code.notebookPersonal': {
    fr: 'Pas de cahier à télécharger : un code de la définition, ou le nom de la cohorte, pourrait être celui d’une personne (cinq chiffres, une date, une adresse), et les cahiers sont conservés avec le code du site.',
    en: 'No notebook to download: a code of the definition, or the name of the cohort, could be a person’s (five digits, a date, an address), and notebooks are kept with the source of the site.',
  },
  'code.notebook.cohort': {
    fr: 'Cohorte « {name} ». {text}',
    en: 'Cohort “{name}”. {text}',
  },
  'code.notebook.question': {
    fr: '*À qui, comparé à qui, jusqu’à quand ?*',
    en: '*In whom, compared with whom, until what?*',
  },
  'code.notebook.method': {
    fr: 'La question et l’analyse de la figure « {title} », avec les mêmes paramètres.',
    en: 'The question and the analysis of the figure “{title}”, with the same parameters.',
  },
  'code.notebook.groups': { fr: 'Courbes par : {group}.', en: 'Curves by: {group}.' },
  'code.notebook.limits': {
    fr: '- *Ce que le plan d’étude ne peut pas dire.*',
    en: '- *What the design cannot answer.*',
  },
  'code.failed': {
    fr: 'Le code n’a pas pu être écrit.',
    en: 'The code could not be written.',
  },
} as const satisfies MessageGroup;
