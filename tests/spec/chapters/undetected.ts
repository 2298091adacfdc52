import type { Chapter } from '../chapter';

const atMost = (max: number) => ({
  kind: 'events',
  table: 'molecular',
  where: [{ kind: 'range', column: 'bcr_abl1_is_pct', max }],
  quantifier: { kind: 'any' },
});

export const undetectedChapter: Chapter = {
  title: 'Undetected samples and values within bounds',
  text: 'A sample without transcript has no value: it lies between 0 and what 3 copies would have read, 3 / control copies × conversion factor × 100 %. A claim on it is met when every value in between fits, not met when none does, else unknown. A line of treatment that goes on has lasted at least until the last contact.',
  specs: [
    {
      title: 'How deep is undetected?',
      text: '3 in 32,000 copies are 0.0094 %: at most 0.01 % is sure, at most 0.0032 % is not known. A poor sample says less, a rejected one or one off the International Scale says nothing.',
      tables: {
        molecular: `
          | patient | day | detected | bcr_abl1_is_pct | control_copies | validation | on_international_scale |
          | 1       | 90  | F        |                 | 32000          | validated  | T                      |
          | 2       | 90  | F        |                 | 100000         | validated  | T                      |
          | 3       | 90  | F        |                 | 2000           | validated  | T                      |
          | 4       | 90  | F        |                 | 100000         | rejected   | T                      |
          | 5       | 90  | F        |                 | 100000         | validated  | F                      |
          | 6       | 90  | T        | 0.01            | 100000         | validated  | T                      |
          | 7       | 90  | T        | 0.02            | 100000         | validated  | T                      |
          | 8       | 90  | F        |                 |                | validated  | T                      |`,
      },
      conditions: { '0.1 %': atMost(0.1), '0.01 %': atMost(0.01), '0.0032 %': atMost(0.0032) },
      verdicts: `
        | patient | 0.1 %   | 0.01 %  | 0.0032 % |
        | 1       | met     | met     | unknown  |
        | 2       | met     | met     | met      |
        | 3       | unknown | unknown | unknown  |
        | 4       | unknown | unknown | unknown  |
        | 5       | unknown | unknown | unknown  |
        | 6       | met     | met     | not met  |
        | 7       | met     | not met | not met  |
        | 8       | unknown | unknown | unknown  |`,
    },
    {
      title: 'Above a limit',
      text: 'An undetected transcript is surely not above a limit that its sample would have seen.',
      tables: {
        molecular: `
          | patient | day | detected | bcr_abl1_is_pct | control_copies |
          | 1       | 90  | F        |                 | 32000          |
          | 2       | 90  | F        |                 | 2000           |
          | 3       | 90  | T        | 0.2             | 32000          |`,
      },
      conditions: {
        'above 0.1 %': {
          ...atMost(0),
          where: [{ kind: 'range', column: 'bcr_abl1_is_pct', min: 0.1, minOpen: true }],
        },
      },
      verdicts: `
        | patient | above 0.1 % |
        | 1       | not met     |
        | 2       | unknown     |
        | 3       | met         |`,
    },
    {
      title: 'The response class asks for control copies',
      text: 'The class is another question than the value: MR4 undetected asks for 10,000 ABL1 copies, and a sample with fewer has no class at all.',
      tables: {
        molecular: `
          | patient | day | detected | bcr_abl1_is_pct | control_copies |
          | 1       | 90  | F        |                 | 10000          |
          | 2       | 90  | F        |                 | 9999           |
          | 3       | 90  | T        | 0.01            | 9999           |`,
      },
      conditions: {
        'MR4 or deeper': {
          kind: 'events',
          table: 'molecular',
          where: [{ kind: 'category', column: 'response', values: ['MR4', 'MR4.5', 'MR5'] }],
          quantifier: { kind: 'last' },
        },
      },
      verdicts: `
        | patient | MR4 or deeper |
        | 1       | met           |
        | 2       | unknown       |
        | 3       | not met       |`,
    },
    {
      title: 'A line that goes on',
      text: 'Known until the last contact: at least that long is sure, at most so long is not.',
      tables: {
        patient: `
          | patient | last_contact_day |
          | 1       | 800              |
          | 2       | 800              |`,
        treatment_line: `
          | patient | line_number | start_day | stop_day |
          | 1       | 1           | 0         |          |
          | 2       | 1           | 0         | 700      |`,
      },
      conditions: {
        '24 months or more': {
          kind: 'events',
          table: 'treatment_line',
          where: [{ kind: 'range', column: 'duration_months', min: 24 }],
          quantifier: { kind: 'any' },
        },
        '36 months or more': {
          kind: 'events',
          table: 'treatment_line',
          where: [{ kind: 'range', column: 'duration_months', min: 36 }],
          quantifier: { kind: 'any' },
        },
      },
      verdicts: `
        | patient | 24 months or more | 36 months or more |
        | 1       | met               | unknown           |
        | 2       | not met           | not met           |`,
    },
  ],
};
