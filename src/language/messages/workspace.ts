import type { MessageGroup } from '../message';

/** Working with cohorts: steps back and forth, names, files, links, and a cohort told in sentences. */
export const workspaceMessages = {
  'workspace.undo': { fr: 'Annuler', en: 'Undo' },
  'workspace.redo': { fr: 'Rétablir', en: 'Redo' },
  'workspace.undone': {
    fr: 'Étape annulée : la cohorte a {count, plural, =0 {aucune règle} one {# règle} other {# règles}}.',
    en: 'Step undone: the cohort has {count, plural, =0 {no rule} one {# rule} other {# rules}}.',
  },
  'workspace.redone': {
    fr: 'Étape rétablie : la cohorte a {count, plural, =0 {aucune règle} one {# règle} other {# règles}}.',
    en: 'Step redone: the cohort has {count, plural, =0 {no rule} one {# rule} other {# rules}}.',
  },
  'workspace.steps': { fr: 'Étapes', en: 'Steps' },

  'workspace.menu': { fr: 'Cohortes ({count, number})', en: 'Cohorts ({count, number})' },
  'workspace.title': { fr: 'Cohortes nommées', en: 'Named cohorts' },
  'workspace.memory': {
    fr: 'En mémoire de cette page seulement : fermer la page les oublie. Enregistrez-les dans un fichier pour les garder.',
    en: 'In the memory of this page only: closing it forgets them. Save them to a file to keep them.',
  },
  'workspace.none': { fr: 'Aucune cohorte nommée.', en: 'No cohort has a name yet.' },
  'workspace.name': { fr: 'Garder la cohorte actuelle sous le nom', en: 'Keep the current cohort as' },
  'workspace.save': { fr: 'Garder', en: 'Keep' },
  'workspace.saved': { fr: 'Cohorte gardée sous le nom {name}.', en: 'Cohort kept as {name}.' },
  'workspace.isCurrent': { fr: 'actuelle', en: 'current' },
  'workspace.open': { fr: 'Ouvrir', en: 'Open' },
  'workspace.loaded': { fr: 'Cohorte {name} ouverte.', en: 'Cohort {name} opened.' },
  'workspace.actions': { fr: 'Actions sur {name}', en: 'Actions on {name}' },
  'workspace.rename': { fr: 'Renommer', en: 'Rename' },
  'workspace.newName': { fr: 'Nouveau nom de {name}', en: 'New name of {name}' },
  'workspace.renamed': { fr: 'Renommée : {name}.', en: 'Renamed: {name}.' },
  'workspace.duplicate': { fr: 'Dupliquer', en: 'Duplicate' },
  'workspace.duplicated': { fr: 'Dupliquée : {name}.', en: 'Duplicated: {name}.' },
  'workspace.replace': { fr: 'Remplacer par l’actuelle', en: 'Replace by the current one' },
  'workspace.replaced': {
    fr: '{name} est maintenant la cohorte actuelle.',
    en: '{name} is now the current cohort.',
  },
  'workspace.saveFile': { fr: 'Enregistrer dans un fichier', en: 'Save to a file' },
  'workspace.remove': { fr: 'Retirer', en: 'Remove' },
  'workspace.removed': { fr: 'Retirée : {name}.', en: 'Removed: {name}.' },
  'workspace.full': {
    fr: 'Il y a déjà {count, number} cohortes nommées : retirez-en une d’abord.',
    en: 'There are already {count, number} named cohorts: remove one first.',
  },
  'workspace.rules': {
    fr: '{count, plural, =0 {aucune règle} one {# règle} other {# règles}}',
    en: '{count, plural, =0 {no rule} one {# rule} other {# rules}}',
  },

  'workspace.share': { fr: 'Fichiers et lien', en: 'Files and link' },
  'workspace.import': { fr: 'Ouvrir un fichier…', en: 'Open a file…' },
  'workspace.imported': {
    fr: '{count, plural, one {# cohorte lue} other {# cohortes lues}} : {names}.',
    en: '{count, plural, one {# cohort} other {# cohorts}} read: {names}.',
  },
  'workspace.exportCurrent': { fr: 'Cohorte actuelle (JSON)', en: 'Current cohort (JSON)' },
  'workspace.exportAll': { fr: 'Toutes les cohortes (JSON)', en: 'All cohorts (JSON)' },
  'workspace.fileName': { fr: 'cohorte', en: 'cohort' },
  'workspace.allFileName': { fr: 'cohortes', en: 'cohorts' },
  'workspace.copyLink': { fr: 'Copier le lien', en: 'Copy the link' },
  'workspace.linkCopied': { fr: 'Lien copié.', en: 'Link copied.' },
  'workspace.linkShown': {
    fr: 'Ce navigateur ne laisse pas la page copier : copiez le lien vous-même.',
    en: 'This browser does not let the page copy: copy the link yourself.',
  },
  'workspace.link': { fr: 'Lien vers cette cohorte', en: 'Link to this cohort' },
  'workspace.held': {
    fr: 'Cette cohorte ne peut pas être un lien : elle est trop longue, ou l’un de ses codes pourrait désigner une personne (numéro, date, adresse). Partagez-la par un fichier.',
    en: 'This cohort cannot be a link: it is too long, or one of its codes could name a person (a number, a date, an address). Share it as a file.',
  },

  'workspace.refused': { fr: 'Le fichier {file} n’a pas été lu', en: 'The file {file} was not read' },
  'workspace.refusedStays': {
    fr: 'La cohorte actuelle et les cohortes nommées sont inchangées.',
    en: 'The current cohort and the named ones are as they were.',
  },
  'workspace.fault.too-large': {
    fr: 'Il est trop grand : un fichier de cohortes a au plus {megabytes, number} Mo.',
    en: 'It is too large: a file of cohorts has at most {megabytes, number} MB.',
  },
  'workspace.fault.unreadable': {
    fr: 'Le navigateur n’a pas pu le lire.',
    en: 'The browser could not read it.',
  },
  'workspace.fault.not-json': {
    fr: 'Ce n’est pas du JSON : il manque sans doute une accolade, une virgule ou un guillemet.',
    en: 'It is not JSON: a brace, a comma or a quotation mark is probably missing.',
  },
  'workspace.fault.at': { fr: 'À « {path} » : {expected}', en: 'At “{path}”: {expected}' },
  'workspace.wholeFile': { fr: 'le fichier entier', en: 'the whole file' },
  'workspace.expected.object': { fr: 'un objet est attendu.', en: 'an object is expected.' },
  'workspace.expected.text': {
    fr: 'un texte non vide, sans caractère de commande, est attendu.',
    en: 'a text is expected, not empty and without control characters.',
  },
  'workspace.expected.not-empty': {
    fr: 'au moins un élément est attendu.',
    en: 'at least one item is expected.',
  },
  'workspace.expected.range': {
    fr: 'le minimum dépasse le maximum, aucune valeur ne convient.',
    en: 'the minimum is above the maximum, no value fits.',
  },
  'workspace.expected.unique': {
    fr: 'cette valeur est déjà celle d’un autre élément.',
    en: 'another item has this value already.',
  },
  'workspace.expected.present': { fr: 'ce champ manque.', en: 'this field is missing.' },
  'workspace.expected.one-of': {
    fr: 'l’une de ces valeurs est attendue : {options}.',
    en: 'one of these values is expected: {options}.',
  },
  'workspace.expected.only': {
    fr: 'un champ est inconnu ; seuls sont lus : {options}.',
    en: 'a field is not known; only these are read: {options}.',
  },
  'workspace.expected.number': {
    fr: 'un nombre de {least} à {most} est attendu.',
    en: 'a number from {least} to {most} is expected.',
  },
  'workspace.expected.integer': {
    fr: 'un nombre entier de {least} à {most} est attendu.',
    en: 'a whole number from {least} to {most} is expected.',
  },
  'workspace.expected.list': {
    fr: 'une liste d’au plus {most} éléments est attendue.',
    en: 'a list of at most {most} items is expected.',
  },
  'workspace.expected.at-most': {
    fr: 'il y en a trop : au plus {most}.',
    en: 'there are too many: at most {most}.',
  },
  'workspace.expected.depth': {
    fr: 'les conditions sont trop imbriquées : au plus {most} niveaux.',
    en: 'conditions are nested too deep: at most {most} levels.',
  },
  'workspace.expected.length': {
    fr: 'le texte est trop long : au plus {most} caractères.',
    en: 'the text is too long: at most {most} characters.',
  },

  'workspace.inWords': { fr: 'En toutes lettres', en: 'In words' },
  'workspace.indexAll': {
    fr: 'Tous les patients de l’extrait ; les jours se comptent à partir du diagnostic.',
    en: 'All patients of the extract; days count from diagnosis.',
  },
  'workspace.index': {
    fr: 'Patients chez qui cet événement est connu : {anchor} ; les jours se comptent à partir de lui.',
    en: 'Patients in whom this event is known: {anchor}; days count from it.',
  },
  'workspace.noRule': { fr: 'Aucune règle : tous sont gardés.', en: 'No rule: everybody is kept.' },
  'workspace.claim': { fr: '{claim}.', en: '{claim}.' },
  'workspace.unknown.exclude': { fr: 'Non connu : écarté.', en: 'Not known: left out.' },
  'workspace.unknown.include': { fr: 'Non connu : gardé.', en: 'Not known: kept.' },
  'workspace.ifNone.no': {
    fr: 'Sans aucun enregistrement de ce type ({noun}) : compte comme « non ».',
    en: 'Without any such record ({noun}): counts as “no”.',
  },
  'workspace.ifNone.unknown': {
    fr: 'Sans aucun enregistrement de ce type ({noun}) : non connu.',
    en: 'Without any such record ({noun}): not known.',
  },

  'workspace.change.index': {
    fr: 'Événement index changé : {before} → {after}.',
    en: 'Index event changed: {before} → {after}.',
  },
  'workspace.change.added': { fr: 'Règle ajoutée : {rule}.', en: 'Rule added: {rule}.' },
  'workspace.change.removed': { fr: 'Règle retirée : {rule}.', en: 'Rule removed: {rule}.' },
  'workspace.change.changed': {
    fr: 'Règle changée : {before} → {after}.',
    en: 'Rule changed: {before} → {after}.',
  },
  'workspace.change.policy': {
    fr: 'Pour les non-connus, {policy, select, include {maintenant gardés} other {maintenant écartés}} : {rule}.',
    en: 'The not known are {policy, select, include {now kept} other {now left out}}: {rule}.',
  },
  'workspace.change.moved': {
    fr: 'Règle déplacée de la place {from, number} à la place {to, number}, même cohorte : {rule}.',
    en: 'Rule moved from place {from, number} to place {to, number}, same cohort: {rule}.',
  },
} as const satisfies MessageGroup;
