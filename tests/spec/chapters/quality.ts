import type { Chapter } from '../chapter';

const lines = `
    | patient | line_number | start_day | stop_day |
    | 1       | 1           | 10        | 400      |
    | 2       | 1           | 10        | 5        |
    | 3       | 1           | 10        | 400      |`;

const samples = `
    | patient | day |
    | 1       | 90  |
    | 2       | 90  |
    | 3       | -60 |`;

const broken = `
    | patient | rule                   |
    | 2       | line_stops_after_start |
    | 3       | sample_after_diagnosis |`;

const keeps = (...rules: string[]) => ({ kind: 'quality', rules });
const line = keeps('line_stops_after_start');
const both = keeps('line_stops_after_start', 'sample_after_diagnosis');

export const qualityChapter: Chapter = {
  title: 'Quality',
  text: 'A claim on what was recorded, not on the patient: no row of the patient breaks any of these rules of the contract, which are named by their ids. Only rules of severity `warning` on single rows can be asked; what is missing is "not known" everywhere else already.',
  specs: [
    {
      title: 'No row breaks one of the rules',
      text: 'One row that breaks one of the rules is enough. Whether the rule is about a table in which the patient has no row does not matter: nothing is broken there.',
      tables: { treatment_line: lines, molecular: samples },
      broken,
      conditions: { line, both, 'breaks one': { kind: 'not', of: both } },
      verdicts: `
        | patient | line    | both    | breaks one |
        | 1       | met     | met     | not met    |
        | 2       | not met | not met | met        |
        | 3       | met     | not met | met        |`,
    },
    {
      title: 'A rule that was not checked',
      text: 'A rule over a table that the extract does not have, and an id that the contract does not have (any more), leave the answer open, unless a row breaks another one of the rules.',
      tables: { treatment_line: lines },
      absent: ['treatment_free_attempt'],
      broken: `
    | patient | rule                   |
    | 2       | line_stops_after_start |`,
      conditions: {
        attempt: keeps('attempt_restarts_after_stop'),
        'line and attempt': keeps('line_stops_after_start', 'attempt_restarts_after_stop'),
        'no such rule': keeps('no_such_rule'),
      },
      verdicts: `
        | patient | attempt | line and attempt | no such rule |
        | 1       | unknown | unknown          | unknown      |
        | 2       | unknown | not met          | unknown      |
        | 3       | unknown | unknown          | unknown      |`,
    },
    {
      title: 'A cohort without them',
      text: 'What the switch under a figure adds is this rule with the unknown kept: who is known to break a rule is left out, and a rule that cannot be checked leaves out nobody.',
      tables: { treatment_line: lines, molecular: samples },
      absent: ['treatment_free_attempt'],
      broken,
      cohorts: {
        'without them': { rules: [{ condition: both, unknown: 'include' }] },
        'without the unchecked': {
          rules: [{ condition: keeps('attempt_restarts_after_stop'), unknown: 'include' }],
        },
      },
      members: `
        | patient | without them | without the unchecked |
        | 1       | in           | in                    |
        | 2       | out          | in                    |
        | 3       | out          | in                    |`,
    },
  ],
};
