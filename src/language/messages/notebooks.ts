import type { MessageGroup } from '../message';

export const notebooksMessages = {
  'notebooks.title': { fr: 'Cahiers', en: 'Notebooks' },
  'notebooks.lead': {
    fr: 'Des analyses écrites comme de courts articles, relues comme du code et construites avec ce site. Chacune est calculée dans ce navigateur, sur la démonstration ou sur les fichiers que vous y ouvrez. Elles sont écrites en anglais.',
    en: 'Analyses written as short papers, reviewed like code and built with this site. Each is computed in this browser, on the demonstration or on the files that you open there.',
  },
  'notebooks.own': {
    fr: 'Un cahier s’ouvre dans sa propre page et n’y voit pas l’extrait ouvert ici : choisissez-y de nouveau vos fichiers.',
    en: 'A notebook opens in a page of its own and does not see the extract open here: choose your files again there.',
  },
  'notebooks.yours': {
    fr: 'Pour en écrire un : partez d’une figure (« Voir le code », « Cellule de cahier », « Commencer un cahier ici ») ou copiez le dernier, posez le fichier dans le dossier notebooks et reconstruisez le site (notebooks/README.md). Un fichier ne s’ouvre pas sans construction : il contient du code, et la page n’exécute que le sien.',
    en: 'To write one: start from a figure (“Show the code”, “Notebook cell”, “Start a notebook from here”) or copy the last, put the file into the folder notebooks and build the site again (notebooks/README.md). A file does not open without a build: it holds code, and the page runs its own alone.',
  },
  'notebooks.list': { fr: 'Liste des cahiers', en: 'List of notebooks' },
  'notebooks.01-what-is-in-the-extract': {
    fr: 'Que contient l’extrait ?',
    en: 'What is in the extract',
  },
  'notebooks.01-what-is-in-the-extract.question': {
    fr: 'Qui est là, depuis quand, suivi combien de temps, et que ne sait-on pas ?',
    en: 'Who is there, since when, for how long, and what is not known?',
  },
  'notebooks.02-early-and-deep-response': {
    fr: 'Réponse précoce et réponse profonde',
    en: 'Early response and later deep response',
  },
  'notebooks.02-early-and-deep-response.question': {
    fr: 'BCR::ABL1 à 3 ou 6 mois annonce-t-il une réponse profonde, et à partir de quel seuil ?',
    en: 'Does BCR::ABL1 at 3 or 6 months foretell a deep response, and from which level on?',
  },
  'notebooks.03-treatment-free-remission-by-endpoint': {
    fr: 'Rémission sans traitement selon la définition du critère',
    en: 'Treatment-free remission by the definition of the endpoint',
  },
  'notebooks.03-treatment-free-remission-by-endpoint.question': {
    fr: 'De combien la définition seule change-t-elle le taux, chez les mêmes patients ?',
    en: 'By how much does the definition alone change the rate, in the same patients?',
  },
  'notebooks.04-response-and-stops-by-first-drug': {
    fr: 'Réponse et arrêts selon le premier traitement',
    en: 'Response and stops by first-line drug',
  },
  'notebooks.04-response-and-stops-by-first-drug.question': {
    fr: 'Quelle réponse, combien de temps sous traitement, combien d’arrêts, en vie réelle ?',
    en: 'Which response, how long on the drug, how many stops, in everyday care?',
  },
  'notebooks.05-trends-of-practice': { fr: 'Évolution des pratiques', en: 'Trends of practice' },
  'notebooks.05-trends-of-practice.question': {
    fr: 'Que commence-t-on, que mesure-t-on, qu’atteint-on, année après année ?',
    en: 'What is begun, what is measured, what is reached, year by year?',
  },
  'notebooks.06-a-new-study': {
    fr: 'Une nouvelle étude : modèle avec son protocole',
    en: 'A new study: template with its protocol',
  },
  'notebooks.06-a-new-study.question': {
    fr: 'Par où commencer : cohorte, critère, flux, figure, modèle ajusté.',
    en: 'Where to begin: cohort, endpoint, flow, figure, adjusted model.',
  },
  'notebooks.back': { fr: '← Tableau de bord', en: '← Dashboard' },
  'notebooks.open': { fr: 'Ouvrir vos fichiers', en: 'Open your files' },
  'notebooks.opening': { fr: 'Ouverture de l’extrait…', en: 'Opening the extract…' },
  'notebooks.checking': {
    fr: 'Vérification que rien ne sort de cette page…',
    en: 'Checking that nothing leaves this page…',
  },
  'notebooks.reading': { fr: 'Lecture de {table}…', en: 'Reading {table}…' },
  'notebooks.on': { fr: 'Calculé sur {name}', en: 'Computed on {name}' },
  'notebooks.onSynthetic': {
    fr: 'Calculé sur {name} : données simulées',
    en: 'Computed on {name}: simulated data',
  },
} as const satisfies MessageGroup;
