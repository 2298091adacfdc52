import type { Chapter } from '../chapter';

const stopped = {
  treatment_line: `
    | patient | line_number | start_day | stop_day |
    | 1       | 1           | 0         | 1500     |
    | 2       | 1           | 0         |          |
    | 3       | 1           | 0         | 1500     |`,
  treatment_free_attempt: `
    | patient | attempt_number | stop_day | restart_day |
    | 1       | 1              | 1500     |             |
    | 3       | 1              | 1500     | 1600        |`,
};

const restarted = {
  kind: 'events',
  table: 'treatment_free_attempt',
  day: 'restart_day',
  window: { of: 'index', from: 0, to: 6, unit: 'months' },
  quantifier: { kind: 'any' },
};

export const indexChapter: Chapter = {
  title: 'The index event',
  text: 'Every cohort has an index event; it is diagnosis unless another is chosen. Who does not have it is not in the cohort, whatever the rules say. Windows of `index` count from it.',
  specs: [
    {
      title: 'Only who has the event',
      text: 'A cohort by the first stop holds those who stopped.',
      tables: stopped,
      cohorts: {
        'by diagnosis': { rules: [] },
        'by first stop': { index: { event: 'stop', number: 1 }, rules: [] },
      },
      members: `
        | patient | by diagnosis | by first stop |
        | 1       | in           | in            |
        | 2       | in           | out           |
        | 3       | in           | in            |`,
    },
    {
      title: 'Windows of the index event',
      text: 'The same rule counts from day 1500 in the one cohort, from day 0 in the other.',
      tables: stopped,
      cohorts: {
        'within 6 months of the stop': {
          index: { event: 'stop', number: 1 },
          rules: [{ condition: restarted, unknown: 'exclude' }],
        },
        'within 6 months of diagnosis': { rules: [{ condition: restarted, unknown: 'exclude' }] },
      },
      members: `
        | patient | within 6 months of the stop | within 6 months of diagnosis |
        | 1       | out                         | out                          |
        | 2       | out                         | out                          |
        | 3       | in                          | out                          |`,
    },
    {
      title: 'An event that nobody can tell',
      text: 'Without the table of attempts it is not known who stopped: nobody is in, and no policy lets them in.',
      tables: {
        patient: `
          | patient | sex |
          | 1       | F   |`,
      },
      absent: ['treatment_free_attempt'],
      cohorts: { 'by first stop': { index: { event: 'stop', number: 1 }, rules: [] } },
      members: `
        | patient | by first stop |
        | 1       | out           |`,
    },
  ],
};
