import type { MessageGroup } from '../message';

/** ABL1 variants along the kinase domain. */
export const mutationsMessages = {
  'mutations.title': { fr: 'Mutations du domaine kinase d’ABL1', en: 'Mutations of the ABL1 kinase domain' },
  'mutations.missing': {
    fr: 'Cet extrait n’a pas de table « mutation » : les mutations ne sont pas connues.',
    en: 'This extract has no table “mutation”: mutations are not known.',
  },
  'mutations.empty': {
    fr: 'Aucune mutation n’est enregistrée chez les patients de cette cohorte.',
    en: 'No mutation is recorded in the patients of this cohort.',
  },
  'mutations.x': { fr: 'Résidu d’ABL1 (isoforme 1a)', en: 'Residue of ABL1 (isoform 1a)' },
  'mutations.y': { fr: 'Patients', en: 'Patients' },
  'mutations.region': { fr: 'Région', en: 'Region' },
  'mutations.region.p_loop': { fr: 'boucle P', en: 'P-loop' },
  'mutations.region.gatekeeper': { fr: 'gardien', en: 'gatekeeper' },
  'mutations.region.activation_loop': { fr: 'boucle d’activation', en: 'activation loop' },
  'mutations.noPlace': { fr: 'sans place sur la carte', en: 'no place on the map' },
  'mutations.foundAfter': { fr: 'Trouvée après', en: 'Found after' },
  'mutations.foundAfterOne': { fr: '{drug} {patients, number}', en: '{drug} {patients, number}' },
  'mutations.noTki': { fr: 'aucun ITK', en: 'no TKI' },
  'mutations.activity': { fr: '{activity} ({certainty})', en: '{activity} ({certainty})' },
  'mutations.activity.escapes': { fr: 'échappe', en: 'escapes' },
  'mutations.activity.active': { fr: 'actif', en: 'active' },
  'mutations.activity.unknown': { fr: 'non connu', en: 'not known' },
  'mutations.certainty.second_hand': { fr: 'lu de seconde main', en: 'read second-hand' },
  'mutations.drugs.escapes': {
    fr: 'Échappe à {drugs} (lu de seconde main).',
    en: 'Escapes {drugs} (read second-hand).',
  },
  'mutations.drugs.active': {
    fr: 'Reste accessible à {drugs} (lu de seconde main).',
    en: 'Still met by {drugs} (read second-hand).',
  },
  'mutations.drugs.unknown': { fr: 'Non connu : {drugs}.', en: 'Not known: {drugs}.' },
  'mutations.reading': {
    fr: '{variant} : {patients, plural, one {# patient} other {# patients}}.',
    en: '{variant}: {patients, plural, one {# patient} other {# patients}}.',
  },
  'mutations.cursor': {
    fr: 'Variants le long du domaine kinase : flèches, Début, Fin',
    en: 'Variants along the kinase domain: arrows, Home, End',
  },
  'mutations.hint': {
    fr: 'Les flèches du clavier lisent les variants un à un.',
    en: 'The arrow keys read the variants one by one.',
  },
  'mutations.summary': {
    fr: '{carriers, plural, one {# patient} other {# patients}} avec au moins une mutation, {variants, plural, one {# variant} other {# variants}} ; les plus fréquents : {list}.',
    en: '{carriers, plural, one {# patient} other {# patients}} with at least one mutation, {variants, plural, one {# variant} other {# variants}}; most often {list}.',
  },
  'mutations.summaryOne': { fr: '{variant} ({patients, number})', en: '{variant} ({patients, number})' },
  'mutations.method': {
    fr: 'Chaque patient compte une fois par variant, quel que soit le nombre de recherches. Le registre n’enregistre que les mutations trouvées : combien de patients ont été testés sans résultat n’est pas connu, et ces effectifs ne sont pas des fréquences. « Trouvée après » : le dernier ITK commencé avant la première découverte. Une écriture qui n’est pas une substitution (T315I) n’a pas de place sur la carte ; elle est dans le tableau.',
    en: 'Each patient counts once per variant, however often it was looked for. The registry records findings only: how many patients were tested without one is not known, and these counts are no frequencies. “Found after”: the last TKI begun before the first finding. What is not written as a substitution (T315I) has no place on the map; it is in the table.',
  },
  'mutations.sure': {
    fr: 'À quels ITK un variant échappe : lu dans des tableaux de synthèse, jamais dans les études. « Échappe » : trouvé chez des patients résistants à ce médicament (dasatinib, nilotinib, bosutinib : tableau 1, ashpublications.org/view-large/7391682 ; imatinib : deux tableaux sur trois, avec view-large/9528714 et PMC8724906). « Non connu » n’est ni « échappe » ni « actif » ; rien n’est déduit d’un variant voisin. Les limites de la boucle P et de la boucle d’activation ne sont pas vérifiées. Ce tableau ne guide aucun traitement.',
    en: 'Which TKIs a variant escapes: read in tables of reviews, never in the studies. “Escapes”: found in patients resistant to that drug (dasatinib, nilotinib, bosutinib: Table 1, ashpublications.org/view-large/7391682; imatinib: two tables of three, with view-large/9528714 and PMC8724906). “Not known” is neither “escapes” nor “active”; nothing is inferred from a neighbouring variant. The limits of the P-loop and the activation loop are unverified. This table guides no treatment.',
  },
} as const satisfies MessageGroup;
