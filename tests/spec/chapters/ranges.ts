import type { Chapter } from '../chapter';

const drawnAges = {
  patient: `
    | patient | age_at_diagnosis_years |
    | 1       | 17                     |
    | 2       | 18                     |
    | 3       | 64                     |
    | 4       | 65                     |
    | 5       | 66                     |`,
};

export const rangeChapter: Chapter = {
  title: 'Ranges',
  text: 'A condition on a number holds when the number lies between `min` and `max`. Both ends belong to the range unless `minOpen` or `maxOpen` says that they do not; an end that is left out is no end.',
  specs: [
    {
      title: 'The ends belong to the range',
      text: '“18 to 65” is from 18 on and until 65.',
      tables: drawnAges,
      conditions: {
        '18 to 65': { kind: 'range', fact: 'age', min: 18, max: 65 },
        'from 65': { kind: 'range', fact: 'age', min: 65 },
        'until 18': { kind: 'range', fact: 'age', max: 18 },
      },
      verdicts: `
        | patient | 18 to 65 | from 65 | until 18 |
        | 1       | not met  | not met | met      |
        | 2       | met      | not met | met      |
        | 3       | met      | not met | not met  |
        | 4       | met      | met     | not met  |
        | 5       | not met  | met     | not met  |`,
    },
    {
      title: 'Open ends',
      text: '“Above 18” leaves 18 out, “below 65” leaves 65 out.',
      tables: drawnAges,
      conditions: {
        'above 18': { kind: 'range', fact: 'age', min: 18, minOpen: true },
        'below 65': { kind: 'range', fact: 'age', max: 65, maxOpen: true },
      },
      verdicts: `
        | patient | above 18 | below 65 |
        | 1       | not met  | met      |
        | 2       | not met  | met      |
        | 3       | met      | met      |
        | 4       | met      | not met  |
        | 5       | met      | not met  |`,
    },
    {
      title: 'A number that is not known',
      text: 'It lies in no range and outside none. A range without ends asks that the number is known; whose is not, stays unknown.',
      tables: {
        diagnosis: `
          | patient | spleen_cm |
          | 1       | 0         |
          | 2       | 12.5      |
          | 3       |           |`,
      },
      conditions: {
        'over 10 cm': { kind: 'range', fact: 'spleen_cm', min: 10, minOpen: true },
        known: { kind: 'range', fact: 'spleen_cm' },
      },
      verdicts: `
        | patient | over 10 cm | known   |
        | 1       | not met    | met     |
        | 2       | met        | met     |
        | 3       | unknown    | unknown |`,
    },
  ],
};
