import type { Chapter } from '../chapter';

const deep = { kind: 'range', column: 'bcr_abl1_is_pct', max: 0.1 };
const samples = (quantifier: object) => ({ kind: 'events', table: 'molecular', where: [deep], quantifier });

export const eventChapter: Chapter = {
  title: 'Events',
  text: 'A claim on the rows of a linked table always says how the rows answer together: its quantifier. `where` is what is claimed of a row; `among` leaves out rows before anything is claimed. A row of which the claim is not known leaves the answer open, unless the others settle it.',
  specs: [
    {
      title: 'any, never, every',
      text: '`any`: some row is as claimed. `never`: none is. `every`: all are. A detected transcript without its value is a row of which the claim is not known.',
      tables: {
        molecular: `
          | patient | day | bcr_abl1_is_pct |
          | 1       | 90  | 5               |
          | 1       | 180 | 0.05            |
          | 2       | 90  | 5               |
          | 2       | 180 | 0.5             |
          | 3       | 90  | 0.05            |
          | 3       | 180 | 0.01            |
          | 4       | 90  | 5               |
          | 4       | 180 |                 |
          | 5       | 90  | 0.05            |
          | 5       | 180 |                 |`,
      },
      conditions: {
        any: samples({ kind: 'any' }),
        never: samples({ kind: 'never' }),
        every: samples({ kind: 'every' }),
      },
      verdicts: `
        | patient | any     | never   | every   |
        | 1       | met     | not met | not met |
        | 2       | not met | met     | not met |
        | 3       | met     | not met | met     |
        | 4       | unknown | unknown | not met |
        | 5       | met     | not met | unknown |`,
    },
    {
      title: 'first, last',
      text: 'The row of the earliest or of the latest day decides. When several rows of that day disagree, the answer is unknown; so it is when one of them is not known.',
      tables: {
        molecular: `
          | patient | day | bcr_abl1_is_pct | specimen |
          | 1       | 90  | 5               | blood    |
          | 1       | 180 | 0.05            | blood    |
          | 2       | 90  | 0.05            | blood    |
          | 2       | 180 | 5               | blood    |
          | 3       | 90  | 0.05            | blood    |
          | 3       | 90  | 0.5             | marrow   |
          | 3       | 180 | 0.05            | blood    |
          | 3       | 180 | 0.01            | marrow   |
          | 4       | 90  |                 | blood    |
          | 4       | 180 | 0.05            | blood    |
          | 4       | 180 |                 | marrow   |`,
      },
      conditions: { first: samples({ kind: 'first' }), last: samples({ kind: 'last' }) },
      verdicts: `
        | patient | first   | last    |
        | 1       | not met | met     |
        | 2       | met     | not met |
        | 3       | unknown | met     |
        | 4       | unknown | unknown |`,
    },
    {
      title: 'at least so many',
      text: '`count` rows are as claimed. With `spanMonths` that time passes from the first to the last of them; a month is 30.4375 days, so that 12 months are more than 365 days.',
      tables: {
        molecular: `
          | patient | day | bcr_abl1_is_pct |
          | 1       | 90  | 0.05            |
          | 1       | 456 | 0.05            |
          | 2       | 90  | 0.05            |
          | 2       | 455 | 0.05            |
          | 3       | 90  | 0.05            |
          | 3       | 200 | 5               |
          | 4       | 90  | 0.05            |
          | 4       | 456 |                 |`,
      },
      conditions: {
        twice: samples({ kind: 'at_least', count: 2 }),
        'over a year': samples({ kind: 'at_least', count: 2, spanMonths: 12 }),
      },
      verdicts: `
        | patient | twice   | over a year |
        | 1       | met     | met         |
        | 2       | met     | not met     |
        | 3       | not met | not met     |
        | 4       | unknown | unknown     |`,
    },
    {
      title: 'Nothing claimed',
      text: 'Without `where` every row is as claimed: the quantifier counts rows.',
      tables: {
        treatment_line: `
          | patient | line_number | start_day |
          | 1       | 1           | 0         |
          | 1       | 2           | 400       |
          | 2       | 1           | 0         |`,
      },
      conditions: {
        'two lines': { kind: 'events', table: 'treatment_line', quantifier: { kind: 'at_least', count: 2 } },
      },
      verdicts: `
        | patient | two lines |
        | 1       | met       |
        | 2       | not met   |`,
    },
    {
      title: 'Several claims on one row',
      text: 'All of `where` is claimed of the same row: a second line by dasatinib is not a second line and some dasatinib.',
      tables: {
        treatment_line: `
          | patient | line_number | drug      | start_day |
          | 1       | 1           | imatinib  | 0         |
          | 1       | 2           | dasatinib | 400       |
          | 2       | 1           | dasatinib | 0         |
          | 2       | 2           | bosutinib | 400       |`,
      },
      conditions: {
        'second is dasatinib': {
          kind: 'events',
          table: 'treatment_line',
          where: [
            { kind: 'range', column: 'line_number', min: 2, max: 2 },
            { kind: 'category', column: 'drug', values: ['dasatinib'] },
          ],
          quantifier: { kind: 'any' },
        },
      },
      verdicts: `
        | patient | second is dasatinib |
        | 1       | met                 |
        | 2       | not met             |`,
    },
    {
      title: 'among',
      text: 'Rows that count at all. The last sample and the last blood sample are not the same row; a row of which it is not known whether it counts, does not.',
      tables: {
        molecular: `
          | patient | day | bcr_abl1_is_pct | specimen | laboratory_id |
          | 1       | 90  | 0.05            | blood    | L01           |
          | 1       | 180 | 5               | marrow   | L02           |
          | 2       | 90  | 5               | blood    | L01           |
          | 2       | 180 | 0.05            | blood    |               |`,
      },
      conditions: {
        'last blood': {
          ...samples({ kind: 'last' }),
          among: [{ kind: 'category', column: 'specimen', values: ['blood'] }],
        },
        'last of L01': {
          ...samples({ kind: 'last' }),
          among: [{ kind: 'category', column: 'laboratory_id', values: ['L01'] }],
        },
      },
      verdicts: `
        | patient | last blood | last of L01 |
        | 1       | met        | met         |
        | 2       | met        | not met     |`,
    },
  ],
};
