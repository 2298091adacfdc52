import type { MessageGroup } from '../message';

/** Adverse events: rates, organ classes, and the incidence of the events that are followed. */
export const safetyMessages = {
  'safety.rates': {
    fr: 'Effets indésirables pour 100 patients-années',
    en: 'Adverse events per 100 patient-years',
  },
  'safety.class': { fr: 'Classe d’organes', en: 'Organ class' },
  'safety.class.all': { fr: 'Toutes', en: 'All' },
  'safety.class.blood': { fr: 'Sang et système lymphatique', en: 'Blood and lymphatic system' },
  'safety.class.cardiac': { fr: 'Cœur', en: 'Cardiac' },
  'safety.class.gastrointestinal': { fr: 'Gastro-intestinal', en: 'Gastrointestinal' },
  'safety.class.general': { fr: 'Troubles généraux', en: 'General disorders' },
  'safety.class.investigations': { fr: 'Investigations', en: 'Investigations' },
  'safety.class.metabolism': { fr: 'Métabolisme et nutrition', en: 'Metabolism and nutrition' },
  'safety.class.musculoskeletal': { fr: 'Musculo-squelettique', en: 'Musculoskeletal' },
  'safety.class.nervous': { fr: 'Système nerveux', en: 'Nervous system' },
  'safety.class.psychiatric': { fr: 'Psychiatrie', en: 'Psychiatric' },
  'safety.class.respiratory': { fr: 'Respiratoire', en: 'Respiratory' },
  'safety.class.skin': { fr: 'Peau', en: 'Skin' },
  'safety.class.vascular': { fr: 'Vaisseaux', en: 'Vascular' },
  'safety.class.unclassified': { fr: 'Terme sans classe connue', en: 'Term of no known class' },
  'safety.x': { fr: 'Événements pour 100 patients-années', en: 'Events per 100 patient-years' },
  'safety.any': { fr: 'Tout grade', en: 'Any grade' },
  'safety.severe': { fr: 'Grade 3 et plus', en: 'Grade 3 and more' },
  'safety.years': { fr: '{years} patients-années', en: '{years} patient-years' },
  'safety.rate': { fr: '{rate} ({lower}–{upper})', en: '{rate} ({lower}–{upper})' },
  'safety.tip': {
    fr: '{drug}, {kind}\n{rate} pour 100 patients-années : {events, number} en {years}',
    en: '{drug}, {kind}\n{rate} per 100 patient-years: {events, number} in {years}',
  },
  'safety.summary': {
    fr: '{drug} : {rate} événements pour 100 patients-années, dont {severe} de grade 3 et plus.',
    en: '{drug}: {rate} events per 100 patient-years, of which {severe} of grade 3 and more.',
  },
  'safety.rule': {
    fr: 'Temps sous le médicament depuis le début de la ligne, ou l’inclusion si elle est plus tardive, jusqu’à sa fin ou au dernier contact. Les événements sont comptés, non les patients ; {outside, number} hors de ce temps ou de toute ligne d’ITK ne le sont pas. Intervalles de Poisson exacts à 95 % (Garwood 1936), qui supposent les événements indépendants. Classes d’organes du CTCAE 5.0. Les médicaments ne sont pas donnés aux mêmes patients : les taux ne se comparent pas comme dans un essai.',
    en: 'Time on the drug from the start of the line, or the inclusion where that came later, to its end or the last contact. Events are counted, not patients; {outside, number} outside that time or outside any TKI line are not. Exact 95 % Poisson intervals (Garwood 1936), which take events as independent. Organ classes of CTCAE 5.0. The drugs are not given to the same patients: rates do not compare as in a trial.',
  },
  'safety.noTable': {
    fr: 'Cet extrait n’a pas de table des effets indésirables.',
    en: 'This extract has no table of adverse events.',
  },
  'safety.nothing': {
    fr: 'Aucun temps sous ITK n’est observé dans la cohorte.',
    en: 'No time on a TKI is observed in the cohort.',
  },
  'safety.column.grade': { fr: 'Grade {grade, number}', en: 'Grade {grade, number}' },
  'safety.column.years': { fr: 'Patients-années', en: 'Patient-years' },
  'safety.column.any': { fr: 'Taux, tout grade (IC à 95 %)', en: 'Rate, any grade (95 % CI)' },
  'safety.column.severe': { fr: 'Taux, grade 3 et plus (IC à 95 %)', en: 'Rate, grade 3 and more (95 % CI)' },
  'safety.event': { fr: 'Événement', en: 'Event' },
  'safety.event.pleural_effusion': { fr: 'Épanchement pleural', en: 'Pleural effusion' },
  'safety.event.arterial_occlusion': { fr: 'Occlusion artérielle', en: 'Arterial occlusion' },
  'safety.incidence': {
    fr: '{event} sous premier ITK : incidence cumulée',
    en: '{event} on the first TKI: cumulative incidence',
  },
  'safety.incidenceSummary': {
    fr: '{drug} : {incidence} à 5 ans',
    en: '{drug}: {incidence} at 5 years',
  },
  'safety.incidenceRule': {
    fr: 'Premier événement sous le premier ITK ; la fin de la ligne et le décès sont concurrents (Aalen-Johansen). Un patient inclus après le début du médicament n’est à risque qu’à partir de son inclusion. Termes CTCAE : {terms}. Les médicaments de moins de dix patients ne sont pas montrés.',
    en: 'First event on the first TKI; the end of the line and death compete (Aalen-Johansen). Who was included after the drug began is at risk from the inclusion on. CTCAE terms: {terms}. Drugs of fewer than ten patients are not shown.',
  },
  'safety.events': { fr: 'Événements', en: 'Events' },
  'safety.incidenceTip': {
    fr: '{drug}, {month} mois : {incidence} ({lower}–{upper})',
    en: '{drug}, {month} months: {incidence} ({lower}–{upper})',
  },
} as const satisfies MessageGroup;
