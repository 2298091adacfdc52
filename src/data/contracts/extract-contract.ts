// Generated from data-contracts/ by `npm run contract`; change the YAML, not this file.
import type { ExtractContract } from './contract';

/** The contract of the extract: tables, columns, keys, codes and descriptions, from `data-contracts/`. */
export const extractContract: ExtractContract = {
  id: 'cml-registry-extract',
  version: '1.0.0',
  tables: [
    {
      name: 'centre',
      required: false,
      grain: { en: 'one row per centre', fr: 'une ligne par centre' },
      description: {
        en: 'The hospitals that record patients, under pseudonyms.',
        fr: 'Les établissements qui incluent des patients, sous pseudonyme.',
      },
      key: ['centre_id'],
      columns: [
        {
          name: 'centre_id',
          type: 'VARCHAR',
          nullable: false,
          description: { en: 'Pseudonym of the centre.', fr: 'Pseudonyme du centre.' },
        },
        {
          name: 'centre_type',
          type: 'VARCHAR',
          nullable: false,
          values: ['university', 'general', 'cancer_centre', 'private'],
          description: { en: 'Kind of hospital.', fr: "Type d'établissement." },
        },
        {
          name: 'first_inclusion_year',
          type: 'INTEGER',
          nullable: true,
          unit: 'a',
          description: {
            en: 'Calendar year in which the centre included its first patient.',
            fr: 'Année civile de la première inclusion du centre.',
          },
        },
      ],
    },
    {
      name: 'patient',
      required: true,
      grain: { en: 'one row per patient', fr: 'une ligne par patient' },
      description: {
        en: 'Who the patient is and how long the registry has followed them. A patient who withdrew consent is not in an extract.',
        fr: "Qui est le patient et combien de temps le registre l'a suivi. Un patient qui a retiré son consentement ne figure pas dans un extrait.",
      },
      key: ['patient_id'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          description: {
            en: 'Pseudonym of the patient, valid for this extract.',
            fr: 'Pseudonyme du patient, valable pour cet extrait.',
          },
        },
        {
          name: 'centre_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'centre', column: 'centre_id' },
          description: { en: 'Centre that follows the patient.', fr: 'Centre qui suit le patient.' },
        },
        {
          name: 'sex',
          type: 'VARCHAR',
          nullable: false,
          values: ['F', 'M'],
          description: { en: 'Sex recorded by the centre.', fr: 'Sexe enregistré par le centre.' },
        },
        {
          name: 'age_at_diagnosis_years',
          type: 'INTEGER',
          nullable: false,
          unit: 'a',
          description: {
            en: 'Age in completed years on the day of diagnosis.',
            fr: 'Âge en années révolues le jour du diagnostic.',
          },
        },
        {
          name: 'diagnosis_year',
          type: 'INTEGER',
          nullable: false,
          unit: 'a',
          description: { en: 'Calendar year of diagnosis.', fr: 'Année civile du diagnostic.' },
        },
        {
          name: 'inclusion_day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of entry in the registry, counted from diagnosis. Above 0 the patient had to survive to that day to be seen (left truncation).',
            fr: "Jour d'entrée dans le registre, compté depuis le diagnostic. Au-dessus de 0, le patient n'est observé que parce qu'il a survécu jusqu'à ce jour (troncature à gauche).",
          },
        },
        {
          name: 'consent',
          type: 'VARCHAR',
          nullable: false,
          values: ['granted'],
          description: {
            en: 'State of the consent; only granted consents are extracted.',
            fr: 'État du consentement ; seuls les consentements accordés sont extraits.',
          },
        },
        {
          name: 'vital_status',
          type: 'VARCHAR',
          nullable: false,
          values: ['alive', 'dead'],
          description: {
            en: 'Alive or dead on the day of last contact.',
            fr: 'Vivant ou décédé au jour des dernières nouvelles.',
          },
        },
        {
          name: 'last_contact_day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of last news or of death, counted from diagnosis.',
            fr: 'Jour des dernières nouvelles ou du décès, compté depuis le diagnostic.',
          },
        },
        {
          name: 'death_cause',
          type: 'VARCHAR',
          nullable: true,
          values: ['cml', 'second_cancer', 'cardiovascular', 'infection', 'other', 'unknown'],
          description: {
            en: 'Cause of death; null for the living.',
            fr: 'Cause du décès ; nul pour les vivants.',
          },
        },
      ],
    },
    {
      name: 'diagnosis',
      required: true,
      grain: { en: 'one row per patient', fr: 'une ligne par patient' },
      description: {
        en: 'Disease at diagnosis, before any treatment.',
        fr: 'La maladie au diagnostic, avant tout traitement.',
      },
      key: ['patient_id'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'phase',
          type: 'VARCHAR',
          nullable: false,
          values: ['CP', 'AP', 'BP'],
          description: { en: 'Phase of the disease at diagnosis.', fr: 'Phase de la maladie au diagnostic.' },
        },
        {
          name: 'phase_classification',
          type: 'VARCHAR',
          nullable: false,
          values: ['ELN', 'WHO2016', 'WHO2022', 'ICC2022'],
          description: {
            en: 'Classification by which the phase was called.',
            fr: 'Classification selon laquelle la phase a été établie.',
          },
        },
        {
          name: 'transcript',
          type: 'VARCHAR',
          nullable: true,
          values: ['e13a2', 'e14a2', 'e13a2+e14a2', 'e1a2', 'e19a2', 'other'],
          description: {
            en: 'BCR::ABL1 transcript. The International Scale holds for e13a2 and e14a2 only.',
            fr: "Transcrit BCR::ABL1. L'échelle internationale ne vaut que pour e13a2 et e14a2.",
          },
        },
        {
          name: 'spleen_cm',
          type: 'DOUBLE',
          nullable: true,
          unit: 'cm',
          description: {
            en: 'Spleen below the costal margin by palpation; 0 means not palpable.',
            fr: 'Débord splénique sous le rebord costal à la palpation ; 0 signifie non palpable.',
          },
        },
        {
          name: 'platelets_g_l',
          type: 'DOUBLE',
          nullable: true,
          unit: '10*9/L',
          description: { en: 'Platelets.', fr: 'Plaquettes.' },
        },
        {
          name: 'leukocytes_g_l',
          type: 'DOUBLE',
          nullable: true,
          unit: '10*9/L',
          description: { en: 'Leukocytes.', fr: 'Leucocytes.' },
        },
        {
          name: 'haemoglobin_g_l',
          type: 'DOUBLE',
          nullable: true,
          unit: 'g/L',
          description: { en: 'Haemoglobin.', fr: 'Hémoglobine.' },
        },
        {
          name: 'blasts_pct',
          type: 'DOUBLE',
          nullable: true,
          unit: '%',
          description: {
            en: 'Blasts in the peripheral blood differential.',
            fr: 'Blastes dans la formule sanguine.',
          },
        },
        {
          name: 'eosinophils_pct',
          type: 'DOUBLE',
          nullable: true,
          unit: '%',
          description: {
            en: 'Eosinophils in the peripheral blood differential.',
            fr: 'Éosinophiles dans la formule sanguine.',
          },
        },
        {
          name: 'basophils_pct',
          type: 'DOUBLE',
          nullable: true,
          unit: '%',
          description: {
            en: 'Basophils in the peripheral blood differential.',
            fr: 'Basophiles dans la formule sanguine.',
          },
        },
        {
          name: 'high_risk_aca',
          type: 'BOOLEAN',
          nullable: true,
          description: {
            en: 'High-risk additional chromosomal abnormality at diagnosis.',
            fr: 'Anomalie chromosomique additionnelle de haut risque au diagnostic.',
          },
        },
        {
          name: 'charlson_index',
          type: 'INTEGER',
          nullable: true,
          unit: '{score}',
          description: {
            en: 'Charlson comorbidity index, age not counted.',
            fr: "Indice de comorbidité de Charlson, sans l'âge.",
          },
        },
      ],
    },
    {
      name: 'treatment_line',
      required: true,
      grain: {
        en: 'one row per patient and line of treatment',
        fr: 'une ligne par patient et par ligne de traitement',
      },
      description: {
        en: 'Lines of treatment in the order given. A treatment resumed after a treatment-free attempt is a new line.',
        fr: 'Lignes de traitement dans leur ordre. Un traitement repris après une tentative de rémission sans traitement est une nouvelle ligne.',
      },
      key: ['patient_id', 'line_number'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'line_number',
          type: 'INTEGER',
          nullable: false,
          unit: '{rank}',
          description: { en: 'Rank of the line, from 1.', fr: 'Rang de la ligne, à partir de 1.' },
        },
        {
          name: 'drug',
          type: 'VARCHAR',
          nullable: false,
          values: [
            'imatinib',
            'dasatinib',
            'nilotinib',
            'bosutinib',
            'ponatinib',
            'asciminib',
            'interferon',
            'imatinib+interferon',
            'second_generation+interferon',
            'hydroxycarbamide',
            'allogeneic_transplant',
            'other',
          ],
          description: { en: 'Drug or procedure.', fr: 'Médicament ou procédure.' },
        },
        {
          name: 'start_day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'First day of the line, counted from diagnosis.',
            fr: 'Premier jour de la ligne, compté depuis le diagnostic.',
          },
        },
        {
          name: 'stop_day',
          type: 'INTEGER',
          nullable: true,
          unit: 'd',
          description: {
            en: 'Last day of the line; null while the treatment goes on.',
            fr: 'Dernier jour de la ligne ; nul tant que le traitement se poursuit.',
          },
        },
        {
          name: 'start_year',
          type: 'INTEGER',
          nullable: false,
          unit: 'a',
          description: { en: 'Calendar year of the first day.', fr: 'Année civile du premier jour.' },
        },
        {
          name: 'daily_dose_mg',
          type: 'DOUBLE',
          nullable: true,
          unit: 'mg/d',
          description: {
            en: 'Daily dose prescribed at the start of the line.',
            fr: 'Dose quotidienne prescrite au début de la ligne.',
          },
        },
        {
          name: 'generic',
          type: 'BOOLEAN',
          nullable: true,
          description: {
            en: 'A generic was dispensed at the start of the line.',
            fr: 'Un générique a été délivré au début de la ligne.',
          },
        },
        {
          name: 'stop_reason',
          type: 'VARCHAR',
          nullable: true,
          values: [
            'resistance',
            'intolerance',
            'treatment_free_remission',
            'progression',
            'pregnancy',
            'patient_choice',
            'availability',
            'death',
            'other',
            'unknown',
          ],
          description: {
            en: 'Main reason for the end of the line; null while it goes on.',
            fr: "Motif principal de l'arrêt de la ligne ; nul tant qu'elle se poursuit.",
          },
        },
      ],
    },
    {
      name: 'dose_change',
      required: false,
      grain: {
        en: 'one row per patient, line and day of change',
        fr: 'une ligne par patient, ligne et jour de changement',
      },
      description: {
        en: 'Changes of dose and interruptions within a line.',
        fr: "Changements de dose et interruptions au sein d'une ligne.",
      },
      key: ['patient_id', 'line_number', 'day'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'line_number',
          type: 'INTEGER',
          nullable: false,
          unit: '{rank}',
          description: {
            en: 'Line within which the dose changes.',
            fr: 'Ligne au sein de laquelle la dose change.',
          },
        },
        {
          name: 'day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of the change, counted from diagnosis.',
            fr: 'Jour du changement, compté depuis le diagnostic.',
          },
        },
        {
          name: 'daily_dose_mg',
          type: 'DOUBLE',
          nullable: false,
          unit: 'mg/d',
          description: {
            en: 'Daily dose from that day on; 0 is an interruption.',
            fr: 'Dose quotidienne à partir de ce jour ; 0 est une interruption.',
          },
        },
        {
          name: 'reason',
          type: 'VARCHAR',
          nullable: true,
          description: {
            en: 'Reason for the change, as a short code.',
            fr: 'Motif du changement, en code court.',
          },
        },
      ],
    },
    {
      name: 'molecular',
      required: true,
      grain: {
        en: 'one row per patient, day, specimen and control gene',
        fr: 'une ligne par patient, jour, prélèvement et gène de contrôle',
      },
      description: {
        en: 'BCR::ABL1 transcript samples. Response depth is derived from the value and the control-gene copies, never stored.',
        fr: "Dosages du transcrit BCR::ABL1. La profondeur de réponse se déduit de la valeur et des copies du gène de contrôle ; elle n'est jamais stockée.",
      },
      key: ['patient_id', 'day', 'specimen', 'control_gene'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of sampling, counted from diagnosis.',
            fr: 'Jour du prélèvement, compté depuis le diagnostic.',
          },
        },
        {
          name: 'bcr_abl1_is_pct',
          type: 'DOUBLE',
          nullable: true,
          unit: '%{IS}',
          description: {
            en: 'BCR::ABL1 over control gene, in percent of the International Scale; null when undetected or not evaluable. Not on that scale when on_international_scale is false.',
            fr: "Rapport BCR::ABL1 sur gène de contrôle, en pour cent de l'échelle internationale ; nul si indétectable ou non évaluable. Hors de cette échelle quand on_international_scale est faux.",
          },
        },
        {
          name: 'detected',
          type: 'BOOLEAN',
          nullable: false,
          description: { en: 'BCR::ABL1 was detected.', fr: 'BCR::ABL1 a été détecté.' },
        },
        {
          name: 'control_gene',
          type: 'VARCHAR',
          nullable: false,
          values: ['ABL1', 'GUSB', 'BCR'],
          description: { en: 'Control gene of the ratio.', fr: 'Gène de contrôle du rapport.' },
        },
        {
          name: 'control_copies',
          type: 'DOUBLE',
          nullable: true,
          unit: '{copies}',
          description: {
            en: 'Copies of the control gene: the sensitivity of the sample.',
            fr: 'Copies du gène de contrôle : la sensibilité du prélèvement.',
          },
        },
        {
          name: 'bcr_abl1_copies',
          type: 'DOUBLE',
          nullable: true,
          unit: '{copies}',
          description: {
            en: 'Copies of BCR::ABL1; 0 when undetected.',
            fr: 'Copies de BCR::ABL1 ; 0 si indétectable.',
          },
        },
        {
          name: 'conversion_factor',
          type: 'DOUBLE',
          nullable: true,
          unit: '1',
          description: {
            en: 'Factor that brings the laboratory to the International Scale.',
            fr: "Facteur qui ramène le laboratoire à l'échelle internationale.",
          },
        },
        {
          name: 'on_international_scale',
          type: 'BOOLEAN',
          nullable: false,
          description: {
            en: 'The value is on the International Scale.',
            fr: "La valeur est sur l'échelle internationale.",
          },
        },
        {
          name: 'method',
          type: 'VARCHAR',
          nullable: false,
          values: ['RT-qPCR', 'dPCR', 'cartridge'],
          description: { en: 'Quantification method.', fr: 'Méthode de quantification.' },
        },
        {
          name: 'laboratory_id',
          type: 'VARCHAR',
          nullable: true,
          description: { en: 'Pseudonym of the laboratory.', fr: 'Pseudonyme du laboratoire.' },
        },
        {
          name: 'specimen',
          type: 'VARCHAR',
          nullable: false,
          values: ['blood', 'marrow'],
          description: { en: 'Blood or marrow.', fr: 'Sang ou moelle.' },
        },
        {
          name: 'validation',
          type: 'VARCHAR',
          nullable: false,
          values: ['validated', 'pending', 'rejected'],
          description: {
            en: 'Verdict of the central biology check.',
            fr: 'Verdict du contrôle biologique central.',
          },
        },
      ],
    },
    {
      name: 'mutation',
      required: false,
      grain: { en: 'one row per patient, day and variant', fr: 'une ligne par patient, jour et variant' },
      description: {
        en: 'ABL1 kinase-domain mutations found.',
        fr: "Mutations du domaine kinase d'ABL1 retrouvées.",
      },
      key: ['patient_id', 'day', 'variant'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of sampling, counted from diagnosis.',
            fr: 'Jour du prélèvement, compté depuis le diagnostic.',
          },
        },
        {
          name: 'variant',
          type: 'VARCHAR',
          nullable: false,
          description: { en: 'Amino-acid change, as T315I.', fr: "Changement d'acide aminé, comme T315I." },
        },
        {
          name: 'variant_allele_pct',
          type: 'DOUBLE',
          nullable: true,
          unit: '%',
          description: { en: 'Share of the mutated allele.', fr: "Part de l'allèle muté." },
        },
        {
          name: 'method',
          type: 'VARCHAR',
          nullable: true,
          description: { en: 'Sequencing method.', fr: 'Méthode de séquençage.' },
        },
      ],
    },
    {
      name: 'cytogenetics',
      required: false,
      grain: {
        en: 'one row per patient and karyotype day',
        fr: 'une ligne par patient et jour de caryotype',
      },
      description: { en: 'Karyotypes.', fr: 'Caryotypes.' },
      key: ['patient_id', 'day'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of sampling, counted from diagnosis.',
            fr: 'Jour du prélèvement, compté depuis le diagnostic.',
          },
        },
        {
          name: 'ph_positive_metaphases',
          type: 'INTEGER',
          nullable: true,
          unit: '{metaphases}',
          description: {
            en: 'Metaphases with the Philadelphia chromosome.',
            fr: 'Métaphases portant le chromosome Philadelphie.',
          },
        },
        {
          name: 'metaphases',
          type: 'INTEGER',
          nullable: true,
          unit: '{metaphases}',
          description: { en: 'Metaphases read.', fr: 'Métaphases analysées.' },
        },
        {
          name: 'high_risk_aca',
          type: 'BOOLEAN',
          nullable: true,
          description: {
            en: 'High-risk additional chromosomal abnormality.',
            fr: 'Anomalie chromosomique additionnelle de haut risque.',
          },
        },
      ],
    },
    {
      name: 'phase_event',
      required: false,
      grain: { en: 'one row per patient, day and event', fr: 'une ligne par patient, jour et évènement' },
      description: {
        en: 'Progressions and losses of haematological response.',
        fr: 'Progressions et pertes de réponse hématologique.',
      },
      key: ['patient_id', 'day', 'event'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of the event, counted from diagnosis.',
            fr: "Jour de l'évènement, compté depuis le diagnostic.",
          },
        },
        {
          name: 'event',
          type: 'VARCHAR',
          nullable: false,
          values: ['AP', 'BP', 'loss_of_chr'],
          description: {
            en: 'Change to accelerated or blast phase, or loss of complete haematological response.',
            fr: 'Passage en phase accélérée ou blastique, ou perte de réponse hématologique complète.',
          },
        },
      ],
    },
    {
      name: 'adverse_event',
      required: false,
      grain: {
        en: 'one row per patient, onset day and term',
        fr: 'une ligne par patient, jour de début et terme',
      },
      description: {
        en: 'Adverse events of treatment, in CTCAE version 5 terms and grades.',
        fr: 'Évènements indésirables du traitement, en termes et grades CTCAE version 5.',
      },
      key: ['patient_id', 'onset_day', 'term'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'line_number',
          type: 'INTEGER',
          nullable: true,
          unit: '{rank}',
          description: {
            en: 'Line of treatment at onset.',
            fr: "Ligne de traitement au début de l'évènement.",
          },
        },
        {
          name: 'onset_day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'First day of the event, counted from diagnosis.',
            fr: "Premier jour de l'évènement, compté depuis le diagnostic.",
          },
        },
        {
          name: 'resolved_day',
          type: 'INTEGER',
          nullable: true,
          unit: 'd',
          description: {
            en: 'Day of resolution; null when it persists or is not known.',
            fr: "Jour de résolution ; nul si l'évènement persiste ou si le jour est inconnu.",
          },
        },
        {
          name: 'term',
          type: 'VARCHAR',
          nullable: false,
          description: { en: 'CTCAE version 5 term, in English.', fr: 'Terme CTCAE version 5, en anglais.' },
        },
        {
          name: 'grade',
          type: 'INTEGER',
          nullable: false,
          unit: '{grade}',
          description: { en: 'CTCAE grade, 1 to 5.', fr: 'Grade CTCAE, de 1 à 5.' },
        },
        {
          name: 'related',
          type: 'BOOLEAN',
          nullable: true,
          description: {
            en: 'Judged related to the treatment by the centre.',
            fr: 'Jugé lié au traitement par le centre.',
          },
        },
        {
          name: 'action',
          type: 'VARCHAR',
          nullable: true,
          values: ['none', 'dose_reduced', 'interrupted', 'stopped'],
          description: { en: 'What was done with the treatment.', fr: 'Ce qui a été fait du traitement.' },
        },
      ],
    },
    {
      name: 'prom',
      required: false,
      grain: {
        en: 'one row per patient, day, instrument and scale',
        fr: 'une ligne par patient, jour, instrument et échelle',
      },
      description: {
        en: 'Scores of questionnaires filled in by patients.',
        fr: 'Scores des questionnaires remplis par les patients.',
      },
      key: ['patient_id', 'day', 'instrument', 'scale'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Day of the answers, counted from diagnosis.',
            fr: 'Jour des réponses, compté depuis le diagnostic.',
          },
        },
        {
          name: 'instrument',
          type: 'VARCHAR',
          nullable: false,
          values: ['QLQ-C30', 'QLQ-CML24', 'FACT-Leu', 'EQ-5D-5L'],
          description: { en: 'Questionnaire.', fr: 'Questionnaire.' },
        },
        {
          name: 'scale',
          type: 'VARCHAR',
          nullable: false,
          description: { en: 'Scale of the questionnaire.', fr: 'Échelle du questionnaire.' },
        },
        {
          name: 'score',
          type: 'DOUBLE',
          nullable: false,
          unit: '{score}',
          description: {
            en: "Score, in the scale's own direction and range.",
            fr: "Score, dans le sens et l'étendue propres à l'échelle.",
          },
        },
      ],
    },
    {
      name: 'treatment_free_attempt',
      required: false,
      grain: { en: 'one row per patient and attempt', fr: 'une ligne par patient et par tentative' },
      description: {
        en: 'Stops of treatment in deep response. Recurrence is derived from the molecular samples, never read here.',
        fr: 'Arrêts du traitement en réponse profonde. La récidive se déduit des dosages moléculaires, elle ne se lit pas ici.',
      },
      key: ['patient_id', 'attempt_number'],
      columns: [
        {
          name: 'patient_id',
          type: 'VARCHAR',
          nullable: false,
          references: { table: 'patient', column: 'patient_id' },
          description: { en: 'Pseudonym of the patient.', fr: 'Pseudonyme du patient.' },
        },
        {
          name: 'attempt_number',
          type: 'INTEGER',
          nullable: false,
          unit: '{rank}',
          description: { en: 'Rank of the attempt, from 1.', fr: 'Rang de la tentative, à partir de 1.' },
        },
        {
          name: 'stop_day',
          type: 'INTEGER',
          nullable: false,
          unit: 'd',
          description: {
            en: 'Last day of treatment before the attempt, counted from diagnosis.',
            fr: 'Dernier jour de traitement avant la tentative, compté depuis le diagnostic.',
          },
        },
        {
          name: 'restart_day',
          type: 'INTEGER',
          nullable: true,
          unit: 'd',
          description: {
            en: 'First day of treatment resumed; null while treatment-free.',
            fr: 'Premier jour du traitement repris ; nul tant que le patient est sans traitement.',
          },
        },
        {
          name: 'restart_reason',
          type: 'VARCHAR',
          nullable: true,
          values: ['loss_of_mmr', 'withdrawal_syndrome', 'patient_choice', 'other'],
          description: {
            en: 'Why treatment was resumed; null while treatment-free.',
            fr: 'Motif de la reprise ; nul tant que le patient est sans traitement.',
          },
        },
        {
          name: 'withdrawal_syndrome',
          type: 'BOOLEAN',
          nullable: true,
          description: {
            en: 'Musculoskeletal withdrawal symptoms after the stop.',
            fr: "Symptômes musculosquelettiques de sevrage après l'arrêt.",
          },
        },
      ],
    },
  ],
};
