import type { ResponseClass } from '@core/domain/response-class';
import {
  frenchSustainedResponse,
  responseTests,
  type SustainedDefinition,
  sustainedResponse,
} from '@core/domain/sustained-response';
import { describe, expect, it } from 'vitest';

/** Tests as days and classes. */
type Course = readonly (readonly [day: number, responseClass: ResponseClass])[];
const tests = (course: Course) => course.map(([day, responseClass]) => ({ day, responseClass }));

const forgiving: SustainedDefinition = { ...frenchSustainedResponse, toleratedExcursions: 1 };
const deeper: SustainedDefinition = {
  depth: 'MR4.5',
  months: 24,
  minimumTests: 3,
  toleratedExcursions: 1,
  excursionAtMost: 'MR4',
};

const cases: readonly (readonly [string, SustainedDefinition, Course, number | null, boolean, number])[] = [
  // 24 months are 730.5 days.
  [
    '4 tests, 731 days',
    frenchSustainedResponse,
    [
      [0, 'MR4'],
      [200, 'MR5'],
      [400, 'MR4'],
      [731, 'MR4.5'],
    ],
    731,
    true,
    4,
  ],
  [
    '4 tests, 730 days',
    frenchSustainedResponse,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, 'MR4'],
      [730, 'MR4'],
    ],
    null,
    false,
    4,
  ],
  [
    '3 tests',
    frenchSustainedResponse,
    [
      [0, 'MR4'],
      [400, 'MR4'],
      [900, 'MR4'],
    ],
    null,
    false,
    3,
  ],
  [
    'two samples of a day are one test',
    frenchSustainedResponse,
    [
      [0, 'MR4'],
      [0, 'MR5'],
      [400, 'MR4'],
      [900, 'MR4'],
    ],
    null,
    false,
    3,
  ],
  [
    'the worse of a day is believed',
    frenchSustainedResponse,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, 'MR4'],
      [800, 'MR4'],
      [800, 'MMR'],
    ],
    null,
    false,
    0,
  ],
  [
    'sustained, then lost',
    frenchSustainedResponse,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, 'MR4'],
      [800, 'MR4'],
      [900, '0.1-1'],
    ],
    800,
    false,
    0,
  ],
  [
    'an excursion is not forgiven without tolerance',
    frenchSustainedResponse,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, 'MMR'],
      [600, 'MR4'],
      [800, 'MR4'],
      [900, 'MR4'],
    ],
    null,
    false,
    3,
  ],
  [
    'a single excursion is',
    forgiving,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, 'MMR'],
      [600, 'MR4'],
      [800, 'MR4'],
      [900, 'MR4'],
    ],
    800,
    true,
    6,
  ],
  [
    'the excursion is no test at the depth',
    forgiving,
    [
      [0, 'MR4'],
      [400, 'MMR'],
      [600, 'MR4'],
      [800, 'MR4'],
    ],
    null,
    false,
    4,
  ],
  [
    'not one that is too shallow',
    forgiving,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, '0.1-1'],
      [600, 'MR4'],
      [800, 'MR4'],
      [900, 'MR4'],
    ],
    null,
    false,
    3,
  ],
  [
    'not two in a row',
    forgiving,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, 'MMR'],
      [500, 'MMR'],
      [800, 'MR4'],
      [900, 'MR4'],
    ],
    null,
    false,
    2,
  ],
  [
    'not the last test: what follows has to be seen',
    forgiving,
    [
      [0, 'MR4'],
      [200, 'MR4'],
      [400, 'MR4'],
      [700, 'MR4'],
      [800, 'MMR'],
    ],
    null,
    false,
    0,
  ],
  [
    'not the first test',
    forgiving,
    [
      [0, 'MMR'],
      [200, 'MR4'],
      [400, 'MR4'],
      [700, 'MR4'],
      [800, 'MR4'],
    ],
    null,
    false,
    4,
  ],
  [
    'of two excursions the run begins after the first',
    forgiving,
    [
      [0, 'MR4'],
      [100, 'MMR'],
      [200, 'MR4'],
      [300, 'MMR'],
      [400, 'MR4'],
      [700, 'MR4'],
      [931, 'MR4'],
    ],
    931,
    true,
    5,
  ],
  [
    'one point at MR4 among MR4.5',
    deeper,
    [
      [0, 'MR4.5'],
      [300, 'MR4'],
      [500, 'MR5'],
      [731, 'MR4.5'],
    ],
    731,
    true,
    4,
  ],
  [
    'no point at MMR among MR4.5',
    deeper,
    [
      [0, 'MR4.5'],
      [300, 'MMR'],
      [500, 'MR5'],
      [731, 'MR4.5'],
    ],
    null,
    false,
    2,
  ],
];

describe('a sustained response', () => {
  it.each(cases)('%s', (_what, definition, course, firstSustainedDay, sustainedNow, runLength) => {
    const found = sustainedResponse(tests(course), definition);
    expect(found).toMatchObject({ firstSustainedDay, sustainedNow });
    expect(found?.currentRun).toHaveLength(runLength);
  });

  it('is not known without a test', () => {
    expect(sustainedResponse([], frenchSustainedResponse)).toBeNull();
  });

  it('says which tests it was read from, and for how long', () => {
    const course = tests([
      [0, '1-10'],
      [100, 'MR4'],
      [465, 'MR5'],
    ]);
    const found = sustainedResponse(course, frenchSustainedResponse);
    expect(found?.currentRun).toEqual(course.slice(1));
    expect(found?.currentMonths).toBeCloseTo(12, 1);
  });

  it('reads days in order, whatever the order of the samples', () => {
    expect(
      responseTests(
        tests([
          [9, 'MR4'],
          [3, 'MMR'],
          [9, 'MR5'],
        ]),
      ),
    ).toEqual(
      tests([
        [3, 'MMR'],
        [9, 'MR4'],
      ]),
    );
  });
});
