import type { Chapter } from '../chapter';

const firstTki = { event: 'first_tki' };
const samples = (window: object) => ({
  kind: 'events',
  table: 'molecular',
  window,
  quantifier: { kind: 'any' },
  ifNone: 'no',
});

export const windowChapter: Chapter = {
  title: 'Windows and anchors',
  text: 'A window counts days from an event of the patient, its anchor: diagnosis, the first TKI, line n, the stop of an attempt, the first MR4 … Both ends belong to it; negative numbers are before the event, an end that is left out is no end.',
  specs: [
    {
      title: 'The ends of a window in months',
      text: '9 to 15 months after the first TKI are 273.94 to 456.56 days: the first whole day in it is 274, the last 456. The first TKI starts on day 30, so that these are days 304 and 486 after diagnosis.',
      tables: {
        treatment_line: `
          | patient | line_number | start_day |
          | 1       | 1           | 30        |
          | 2       | 1           | 30        |
          | 3       | 1           | 30        |
          | 4       | 1           | 30        |`,
        molecular: `
          | patient | day | bcr_abl1_is_pct |
          | 1       | 303 | 1               |
          | 2       | 304 | 1               |
          | 3       | 486 | 1               |
          | 4       | 487 | 1               |`,
      },
      conditions: { 'month 9 to 15': samples({ of: firstTki, from: 9, to: 15, unit: 'months' }) },
      verdicts: `
        | patient | month 9 to 15 |
        | 1       | not met       |
        | 2       | met           |
        | 3       | met           |
        | 4       | not met       |`,
    },
    {
      title: 'Before, after, within',
      text: 'Day 0 of a window is the day of the event itself.',
      tables: {
        treatment_line: `
          | patient | line_number | start_day |
          | 1       | 1           | 30        |
          | 2       | 1           | 30        |
          | 3       | 1           | 30        |`,
        molecular: `
          | patient | day | bcr_abl1_is_pct |
          | 1       | 29  | 1               |
          | 2       | 30  | 1               |
          | 3       | 31  | 1               |`,
      },
      conditions: {
        before: samples({ of: firstTki, to: -1, unit: 'days' }),
        'from on': samples({ of: firstTki, from: 0, unit: 'days' }),
        after: samples({ of: firstTki, from: 1, unit: 'days' }),
        'within a day': samples({ of: firstTki, from: -1, to: 1, unit: 'days' }),
      },
      verdicts: `
        | patient | before  | from on | after   | within a day |
        | 1       | met     | not met | not met | met          |
        | 2       | not met | met     | not met | met          |
        | 3       | not met | met     | met     | met          |`,
    },
    {
      title: 'Who does not have the event',
      text: 'Without the anchor there is no window: the condition is unknown, `never` too. Hydroxycarbamide is no TKI.',
      tables: {
        treatment_line: `
          | patient | line_number | drug             | start_day |
          | 1       | 1           | imatinib         | 0         |
          | 2       | 1           | hydroxycarbamide | 0         |`,
        molecular: `
          | patient | day | bcr_abl1_is_pct |
          | 1       | 90  | 1               |
          | 2       | 90  | 1               |`,
      },
      conditions: {
        any: samples({ of: firstTki, from: 0, unit: 'days' }),
        never: { ...samples({ of: firstTki, from: 0, unit: 'days' }), quantifier: { kind: 'never' } },
      },
      verdicts: `
        | patient | any     | never   |
        | 1       | met     | not met |
        | 2       | unknown | unknown |`,
    },
    {
      title: 'Numbered events',
      text: 'Line n and attempt n are counted as the registry numbers them; `line_stop` is the last day of the line.',
      tables: {
        treatment_line: `
          | patient | line_number | start_day | stop_day |
          | 1       | 1           | 0         | 400      |
          | 1       | 2           | 400       |          |
          | 2       | 1           | 0         |          |`,
        adverse_event: `
          | patient | onset_day | grade |
          | 1       | 420       | 3     |
          | 2       | 420       | 3     |`,
      },
      conditions: {
        'on line 2': {
          kind: 'events',
          table: 'adverse_event',
          window: { of: { event: 'line_start', number: 2 }, from: 0, to: 30, unit: 'days' },
          quantifier: { kind: 'any' },
        },
      },
      verdicts: `
        | patient | on line 2 |
        | 1       | met       |
        | 2       | unknown   |`,
    },
    {
      title: 'Another day of the row',
      text: 'A row stands on its first day unless `day` names another one; a row without that day is left out.',
      tables: {
        treatment_line: `
          | patient | line_number | start_day | stop_day |
          | 1       | 1           | 0         | 300      |
          | 2       | 1           | 0         | 500      |
          | 3       | 1           | 0         |          |`,
      },
      conditions: {
        'stopped in a year': {
          kind: 'events',
          table: 'treatment_line',
          day: 'stop_day',
          window: { of: { event: 'diagnosis' }, from: 0, to: 365, unit: 'days' },
          quantifier: { kind: 'any' },
        },
      },
      verdicts: `
        | patient | stopped in a year |
        | 1       | met               |
        | 2       | not met           |
        | 3       | not met           |`,
    },
  ],
};
