import type { Chapter } from '../chapter';

const A = { kind: 'category', fact: 'high_risk_aca', values: ['yes'] };
const B = { kind: 'range', fact: 'spleen_cm', min: 10 };
const C = { kind: 'category', fact: 'transcript', values: ['e13a2'] };

/** Every pair of true, false and unknown: A is `high_risk_aca`, B is a spleen of 10 cm or more. */
const pairs = {
  diagnosis: `
    | patient | high_risk_aca | spleen_cm |
    | 1       | T             | 12        |
    | 2       | T             | 3         |
    | 3       | T             |           |
    | 4       | F             | 12        |
    | 5       | F             | 3         |
    | 6       | F             |           |
    | 7       |               | 12        |
    | 8       |               | 3         |
    | 9       |               |           |`,
};

export const combinationChapter: Chapter = {
  title: 'Combinations',
  text: 'Conditions combine by `all`, `any`, `at_least` and `not` in Kleene’s three-valued logic: the answer is unknown exactly as long as the unknown parts could still decide it.',
  specs: [
    {
      title: 'The truth tables of all, any and not',
      text: 'One part that is not met settles `all`, one that is met settles `any`, whatever is unknown beside it.',
      tables: pairs,
      conditions: {
        A,
        B,
        'A and B': { kind: 'all', of: [A, B] },
        'A or B': { kind: 'any', of: [A, B] },
        'not A': { kind: 'not', of: A },
      },
      verdicts: `
        | patient | A       | B       | A and B | A or B  | not A   |
        | 1       | met     | met     | met     | met     | not met |
        | 2       | met     | not met | not met | met     | not met |
        | 3       | met     | unknown | unknown | met     | not met |
        | 4       | not met | met     | not met | met     | met     |
        | 5       | not met | not met | not met | not met | met     |
        | 6       | not met | unknown | not met | unknown | met     |
        | 7       | unknown | met     | unknown | met     | unknown |
        | 8       | unknown | not met | not met | unknown | unknown |
        | 9       | unknown | unknown | unknown | unknown | unknown |`,
    },
    {
      title: 'The laws of De Morgan hold',
      text: 'Not all is any not, not any is all not, the unknown included.',
      tables: pairs,
      conditions: {
        'not (A and B)': { kind: 'not', of: { kind: 'all', of: [A, B] } },
        'not A or not B': {
          kind: 'any',
          of: [
            { kind: 'not', of: A },
            { kind: 'not', of: B },
          ],
        },
      },
      verdicts: `
        | patient | not (A and B) | not A or not B |
        | 1       | not met       | not met        |
        | 2       | met           | met            |
        | 3       | unknown       | unknown        |
        | 4       | met           | met            |
        | 5       | met           | met            |
        | 6       | met           | met            |
        | 7       | unknown       | unknown        |
        | 8       | met           | met            |
        | 9       | unknown       | unknown        |`,
    },
    {
      title: 'At least so many',
      text: 'At least 2 of 3: met once two are, not met once the rest cannot make two, unknown in between. C is the transcript e13a2.',
      tables: {
        diagnosis: `
          | patient | high_risk_aca | spleen_cm | transcript |
          | 1       | T             | 12        |            |
          | 2       | T             | 3         |            |
          | 3       | F             | 3         |            |
          | 4       | F             |           |            |
          | 5       | T             |           | e14a2      |
          | 6       |               |           | e14a2      |
          | 7       | T             | 12        | e13a2      |`,
      },
      conditions: {
        '2 of 3': { kind: 'at_least', count: 2, of: [A, B, C] },
        '3 of 3': { kind: 'at_least', count: 3, of: [A, B, C] },
      },
      verdicts: `
        | patient | 2 of 3  | 3 of 3  |
        | 1       | met     | unknown |
        | 2       | unknown | not met |
        | 3       | not met | not met |
        | 4       | unknown | not met |
        | 5       | unknown | not met |
        | 6       | unknown | not met |
        | 7       | met     | met     |`,
    },
  ],
};
