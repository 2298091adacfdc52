import type { Chapter } from '../chapter';

export const factChapter: Chapter = {
  title: 'Facts',
  text: 'A fact is one answer per patient: recorded (`sex`, `phase`), or derived from the other tables (`elts`, `response_12m`, `tki_years`). A condition on a category holds when the patient’s category is one of the values.',
  specs: [
    {
      title: 'A category is one of the values, or it is not',
      text: 'What is not recorded is unknown: neither one of the values nor another one.',
      tables: {
        diagnosis: `
          | patient | transcript  | high_risk_aca |
          | 1       | e13a2       | T             |
          | 2       | e14a2       | F             |
          | 3       | e19a2       |               |
          | 4       |             |               |`,
      },
      conditions: {
        typical: { kind: 'category', fact: 'transcript', values: ['e13a2', 'e14a2'] },
        atypical: { kind: 'category', fact: 'transcript', values: ['e1a2', 'e19a2'] },
        aca: { kind: 'category', fact: 'high_risk_aca', values: ['yes'] },
      },
      verdicts: `
        | patient | typical | atypical | aca     |
        | 1       | met     | not met  | met     |
        | 2       | met     | not met  | not met |
        | 3       | not met | met      | unknown |
        | 4       | unknown | unknown  | unknown |`,
    },
    {
      title: 'No value at all',
      text: 'A condition without values holds for nobody. It is kept, so that the count says so.',
      tables: {
        diagnosis: `
          | patient | transcript |
          | 1       | e13a2      |
          | 2       |            |`,
      },
      conditions: { none: { kind: 'category', fact: 'transcript', values: [] } },
      verdicts: `
        | patient | none    |
        | 1       | not met |
        | 2       | unknown |`,
    },
    {
      title: 'Derived facts',
      text: 'The ELTS asks for age, spleen, blasts and platelets; with one of them missing it is unknown. Lines and years of TKI come from the treatment lines, up to the last contact.',
      tables: {
        patient: `
          | patient | age_at_diagnosis_years | last_contact_day |
          | 1       | 30                     | 1461             |
          | 2       | 80                     | 1461             |
          | 3       | 30                     | 1461             |`,
        diagnosis: `
          | patient | spleen_cm | blasts_pct | platelets_g_l |
          | 1       | 0         | 0          | 300           |
          | 2       | 15        | 5          | 300           |
          | 3       |           | 0          | 300           |`,
        treatment_line: `
          | patient | line_number | drug             | start_day | stop_day |
          | 1       | 1           | imatinib         | 0         | 365      |
          | 1       | 2           | dasatinib        | 365       |          |
          | 3       | 1           | hydroxycarbamide | 0         |          |`,
      },
      conditions: {
        'ELTS low': { kind: 'category', fact: 'elts', values: ['low'] },
        '2 TKI': { kind: 'range', fact: 'tki_lines', min: 2 },
        '4 years': { kind: 'range', fact: 'tki_years', min: 4 },
      },
      verdicts: `
        | patient | ELTS low | 2 TKI   | 4 years |
        | 1       | met      | met     | met     |
        | 2       | not met  | not met | not met |
        | 3       | unknown  | not met | not met |`,
    },
  ],
};
