import { deriveAnchors, deriveFacts } from '@core/cohort/derive-facts';
import type { PatientFacts } from '@core/cohort/fact-vocabulary';
import type { MolecularRow } from '@core/domain/extract-tables';
import { type Given, line, patient_id, recordOf, sample } from '@tests/support/hand-made-record';
import { describe, expect, it } from 'vitest';

const day = { first: 100 };
const tki = [line(1, day.first, null)];
/** Samples so many days after the start of the first TKI. */
const after = (days: number, percent: number | null, change?: Partial<MolecularRow>) =>
  sample(day.first + days, percent, change);

/** What is asked of whom, and the answers. */
type Case = readonly [what: string, given: Given, expected: Partial<PatientFacts>];

const treatment: readonly Case[] = [
  [
    'nobody treated',
    {},
    { first_line_drug: null, first_tki: null, on_tki: 'no', tki_lines: 0, tki_years: 0 },
  ],
  [
    'two lines that began on one day: the smaller number is the first',
    { lines: [line(2, 0, null, 'dasatinib'), line(1, 0, null)] },
    { first_tki: 'imatinib', last_tki: 'dasatinib', tki_lines: 2, tki_years: 4000 / 365.25 },
  ],
  [
    'hydroxycarbamide, interferon, then a TKI',
    { lines: [line(1, 0, 9, 'hydroxycarbamide'), line(2, 9, 99, 'interferon'), line(3, 99, 199)] },
    { first_line_drug: 'interferon', first_tki: 'imatinib', tki_lines: 1, tki_years: 100 / 365.25 },
  ],
  ['a TKI that ended the day before last contact', { lines: [line(1, 0, 3999)] }, { on_tki: 'no' }],
  ['a TKI that ended on the day of last contact', { lines: [line(1, 0, 4000)] }, { on_tki: 'yes' }],
  ['a TKI that begins after last contact', { lines: [line(1, 4001, null)] }, { on_tki: 'no', tki_years: 0 }],
  [
    'a line that ran on after the next one began counts up to there, and a gap does not count',
    { lines: [line(1, 0, 900), line(2, 500, 600), line(3, 1000, null)] },
    { tki_years: (500 + 100 + 3000) / 365.25 },
  ],
  ['a line that ended before it began has no days', { lines: [line(1, 500, 400)] }, { tki_years: 0 }],
];

const response: readonly Case[] = [
  // 2 months are 60.875 days, 4.5 are 136.97, 9 are 273.94, 15 are 456.56.
  ['60 days are before month 3', { lines: tki, samples: [after(60, 5)] }, { response_3m: null }],
  [
    '61 days are month 3',
    { lines: tki, samples: [after(61, 5)] },
    { response_3m: '1-10', eln2020_3m: 'optimal' },
  ],
  [
    '136 days are month 3',
    { lines: tki, samples: [after(136, 15)] },
    { response_3m: '>10', eln2020_3m: 'warning' },
  ],
  [
    '137 days are month 6',
    { lines: tki, samples: [after(137, 15)] },
    { response_3m: null, response_6m: '>10', eln2020_6m: 'failure' },
  ],
  [
    '273 days are month 6',
    { lines: tki, samples: [after(273, 2)] },
    { response_6m: '1-10', eln2020_6m: 'warning' },
  ],
  [
    '274 days are month 12',
    { lines: tki, samples: [after(274, null)] },
    { response_6m: null, response_12m: 'MR5', eln2020_12m: 'optimal' },
  ],
  ['456 days are month 12', { lines: tki, samples: [after(456, 0.5)] }, { eln2020_12m: 'warning' }],
  ['457 days are after month 12', { lines: tki, samples: [after(457, 0.5)] }, { response_12m: null }],
  [
    'the nearest evaluable sample counts',
    { lines: tki, samples: [after(340, 2), after(365, 5, { validation: 'rejected' }), after(385, 0.05)] },
    { response_12m: 'MMR', evaluable_samples: 2 },
  ],
  [
    'on one day the higher value counts, of undetected ones the more sensitive',
    {
      lines: tki,
      samples: [
        after(91, null),
        after(91, 2),
        after(183, null, { control_copies: 10_000 }),
        after(183, null, { control_copies: 40_000 }),
      ],
    },
    { response_3m: '1-10', response_6m: 'MR4.5' },
  ],
  [
    'before the first TKI nothing is a response, on its day it is',
    { lines: tki, samples: [after(-1, 0.001), after(0, 0.05)] },
    { best_response: 'MMR', evaluable_samples: 2 },
  ],
  [
    'without a TKI there is no response',
    { samples: [sample(90, 0.05)] },
    { best_response: null, response_3m: null },
  ],
  [
    'an atypical transcript has no value on the scale',
    { lines: tki, transcript: 'e1a2', samples: [after(91, 5)] },
    { evaluable_samples: null, deep_response_months: null, best_response: null, response_3m: null },
  ],
  [
    'a transcript that is not recorded is taken for a typical one',
    { lines: tki, transcript: null, samples: [after(91, 5)] },
    { evaluable_samples: 1, response_3m: '1-10', deep_response_months: 0 },
  ],
  // Confirmation 1 to 3 months later: 30.4375 to 91.3125 days.
  ...(
    [
      ['30 days later is too early to confirm', [after(91, 15), after(121, 12)], 'warning'],
      ['31 days later confirms', [after(91, 15), after(122, 12)], 'failure'],
      ['91 days later confirms', [after(91, 15), after(182, 10.1)], 'failure'],
      ['92 days later is too late', [after(91, 15), after(183, 12)], 'warning'],
      ['10 % does not confirm', [after(91, 15), after(130, 10)], 'warning'],
      ['the first later sample decides', [after(91, 15), after(130, 9), after(150, 20)], 'warning'],
      ['of one day the higher', [after(91, 15), after(130, 9), after(130, 12)], 'failure'],
      [
        'a rejected one does not confirm',
        [after(91, 15), after(130, 12, { validation: 'rejected' })],
        'warning',
      ],
    ] as const
  ).map(
    ([what, samples, eln2020_3m]): Case => [
      `above 10 % at 3 months: ${what}`,
      { lines: tki, samples },
      { eln2013_3m: 'warning', eln2020_3m },
    ],
  ),
  [
    '1 % at 6 months is a warning in 2013 and optimal in 2020',
    { lines: tki, samples: [after(183, 1)] },
    { eln2013_6m: 'warning', eln2020_6m: 'optimal', bcr_abl1_6m_pct: 1 },
  ],
  ...(
    [
      ['80 % on the first day, 10 % after 90', [after(0, 80), after(90, 10)], 30, 0.125],
      ['the baseline a week later', [after(7, 80), after(97, 10)], 30, 0.125],
      ['8 days later it is none', [after(8, 80), after(98, 10)], null, null],
      ['91 days before', [after(-91, 80), after(89, 10)], 60, 0.125],
      ['92 days before it is none', [after(-92, 80), after(88, 10)], null, null],
      ['the nearest, of equally near the earlier', [after(-5, 80), after(5, 40), after(85, 10)], 30, 0.125],
      ['an undetected baseline is none', [after(0, null), after(-10, 80), after(80, 10)], 30, 0.125],
      ['no fall: never halved, said as 180 days', [after(0, 80), after(90, 80)], 180, 1],
      ['a slow fall: said as 180 days', [after(0, 80), after(90, 79)], 180, 0.9875],
      ['undetected at month 3: 0', [after(0, 80), after(90, null)], 0, 0],
      ['no baseline', [after(90, 10)], null, null],
      ['nothing at month 3', [after(0, 80)], null, null],
    ] as const
  ).map(
    ([what, samples, halving_time_days, reduction_ratio_3m]): Case => [
      `kinetics: ${what}`,
      { lines: tki, samples },
      { halving_time_days, reduction_ratio_3m },
    ],
  ),
  [
    'an undetected transcript at 3 months is 0 %, no sample is not known',
    { lines: tki, samples: [after(90, null)] },
    { bcr_abl1_3m_pct: 0, bcr_abl1_6m_pct: null },
  ],
  ['no evaluable sample', { lines: tki }, { evaluable_samples: 0, deep_response_months: null }],
  [
    'the deep run begins after the last sample that was not deep',
    { samples: [sample(0, 0.01), sample(100, 0.011), sample(200, 0.01), sample(930, null)] },
    { deep_response_months: 730 / 30.4375 },
  ],
  [
    'a day with a deep and another sample is not deep',
    { samples: [sample(0, 0.01), sample(730, 0.01), sample(730, 0.05)] },
    { deep_response_months: 0 },
  ],
  ['one deep sample is a run of no length', { samples: [sample(9, 0.001)] }, { deep_response_months: 0 }],
];

/** Deep from day 0 to `days`. */
const deep = (days: number) => [sample(0, null), sample(days, null)];
const stop: readonly Case[] = [
  // 5 years are 1826.25 days, 24 months 730.5.
  ['1827 days and 731', { lines: [line(1, 0, 1827)], samples: deep(731) }, { stop_criteria: 'yes' }],
  ['1826 days and 731', { lines: [line(1, 0, 1826)], samples: deep(731) }, { stop_criteria: 'no' }],
  ['1827 days and 730', { lines: [line(1, 0, 1827)], samples: deep(730) }, { stop_criteria: 'no' }],
  ['long treated, response not known', { lines: [line(1, 0, 1827)] }, { stop_criteria: null }],
  ['shortly treated, response not known', { lines: [line(1, 0, 1826)] }, { stop_criteria: 'no' }],
  ['never stopped', {}, { treatment_free_attempts: 0, lost_mmr_after_stop: null }],
  ['no table of attempts', { absent: ['treatment_free_attempt'] }, { treatment_free_attempts: null }],
  [
    'a stop without a sample after it',
    { stops: [[1, 900, null]], samples: [sample(900, 5)] },
    { treatment_free_attempts: 1, lost_mmr_after_stop: null },
  ],
  ['0.1 % is kept', { stops: [[1, 900, null]], samples: [sample(950, 0.1)] }, { lost_mmr_after_stop: 'no' }],
  [
    '0.11 % is lost',
    { stops: [[1, 900, null]], samples: [sample(950, 0.11)] },
    { lost_mmr_after_stop: 'yes' },
  ],
  [
    'a loss on the day of the restart counts, one after it does not',
    { stops: [[1, 900, 950]], samples: [sample(940, 0.01), sample(951, 3)] },
    { lost_mmr_after_stop: 'no' },
  ],
  ['no phase event', {}, { progression: 'no' }],
  ['no table of phase events', { absent: ['phase_event'] }, { progression: null }],
  [
    'a loss of haematological response is no progression',
    { events: [{ patient_id, day: 4, event: 'loss_of_chr' }] },
    { progression: 'no' },
  ],
  ['an accelerated phase is', { events: [{ patient_id, day: 4, event: 'AP' }] }, { progression: 'yes' }],
];

describe.each([
  ['treatment', treatment],
  ['response', response],
  ['stop and progression', stop],
] as const)('the facts of %s', (_group, cases) => {
  it.each(cases)('%s', (_what, given, expected) => {
    expect(deriveFacts(recordOf(given))).toMatchObject(expected);
  });
});

describe('the anchors', () => {
  it('are the first days of what happened', () => {
    const given: Given = {
      lines: [line(2, 400, null), line(1, 100, 300)],
      samples: [sample(99, null), sample(190, 0.05), sample(500, 0.003), sample(480, 0.01)],
      events: [
        { patient_id, day: 2000, event: 'BP' },
        { patient_id, day: 1500, event: 'AP' },
        { patient_id, day: 50, event: 'loss_of_chr' },
      ],
      stops: [[1, 600, null]],
    };
    expect(
      deriveAnchors(recordOf({ ...given, samples: [...(given.samples ?? []), sample(700, 0.2)] })),
    ).toEqual({
      diagnosis: 0,
      inclusion: 3,
      first_tki: 100,
      first_mmr: 190,
      first_mr4: 480,
      first_mr4_5: 500,
      first_mr5: null,
      progression: 1500,
      molecular_recurrence: 700,
      last_contact: 4000,
      death: 4000,
    });
  });
});
