import type { MessageGroup } from '../message';

export const shellMessages = {
  'shell.product': { fr: 'Observatoire LMC', en: 'CML Observatory' },
  'shell.skip': { fr: 'Aller au contenu', en: 'Skip to content' },
  'shell.navigation': { fr: 'Écrans', en: 'Screens' },
  'shell.group.cohort': { fr: 'Cohorte', en: 'Cohort' },
  'shell.group.response': { fr: 'Réponse', en: 'Response' },
  'shell.group.remission': { fr: 'Rémission et survie', en: 'Remission and survival' },
  'shell.group.practice': { fr: 'Pratiques', en: 'Practice' },
  'shell.group.bench': { fr: 'Atelier', en: 'Bench' },
  'shell.group.extract': { fr: 'Données et preuves', en: 'Data and proofs' },
  'shell.language': { fr: 'Langue', en: 'Language' },
  'shell.language.fr': { fr: 'Français', en: 'Français' },
  'shell.language.en': { fr: 'English', en: 'English' },
  'shell.theme': { fr: 'Apparence', en: 'Appearance' },
  'shell.theme.system': { fr: 'Comme le système', en: 'As the system' },
  'shell.theme.light': { fr: 'Clair', en: 'Light' },
  'shell.theme.dark': { fr: 'Sombre', en: 'Dark' },
  'shell.settings': { fr: 'Session, langue et apparence', en: 'Session, language and appearance' },
  'shell.synthetic': { fr: 'Données simulées', en: 'Simulated data' },
  'shell.noExtract': { fr: 'Aucun extrait ouvert', en: 'No extract open' },
  'shell.stays': {
    fr: 'Tout est calculé dans ce navigateur : aucune donnée n’en sort.',
    en: 'Everything is computed in this browser: no data leave it.',
  },
  'shell.closeSession': { fr: 'Fermer la session', en: 'Close the session' },
  'shell.closeSession.ask': { fr: 'Fermer la session ?', en: 'Close the session?' },
  'shell.closeSession.stay': { fr: 'Annuler', en: 'Cancel' },
  'shell.closeSession.goes': {
    fr: 'L’extrait et le moteur de calcul, les cohortes nommées et toutes les étapes de cette page sont abandonnés, et ses adresses quittent l’historique de l’onglet.',
    en: 'The extract and the engine, the named cohorts and every step of this page are given up, and its addresses leave the history of the tab.',
  },
  'shell.closeSession.keep': {
    fr: 'Une cohorte à garder s’enregistre d’abord dans un fichier.',
    en: 'A cohort that is to be kept is saved to a file first.',
  },
  'shell.closed': { fr: 'Session fermée', en: 'Session closed' },
  'shell.closed.empty': {
    fr: 'Cette page ne tient plus aucune ligne ni définition. Ouvrez un extrait sur l’écran Extrait, ou fermez l’onglet.',
    en: 'This page no longer holds any row or definition. Open an extract on the Extract screen, or close the tab.',
  },
  'shell.notFound': { fr: 'Cet écran n’existe pas.', en: 'There is no such screen.' },
  'shell.broken': {
    fr: 'Cet écran s’est arrêté sur une erreur. L’extrait ouvert n’est pas touché.',
    en: 'This screen stopped on an error. The open extract is untouched.',
  },
  'shell.retry': { fr: 'Réessayer', en: 'Try again' },
  'shell.dismiss': { fr: 'Fermer', en: 'Dismiss' },
  'shell.drop': {
    fr: 'Déposez ici les fichiers Parquet ou Arrow de votre extrait',
    en: 'Drop the Parquet or Arrow files of your extract here',
  },
} as const satisfies MessageGroup;
