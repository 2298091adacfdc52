import { currentDays, type DepthCourse, depthCourse } from '@core/cohort/depth-course';
import { type Given, line, recordOf, sample } from '@tests/support/hand-made-record';
import { expect, test } from 'vitest';

/** The course of a living patient as «day state», with the last day at its end. */
function courseOf(given: Given, months: 6 | 9 | 12 = 9, alive = true): readonly string[] {
  const record = recordOf({ transcript: 'e14a2', ...given });
  const living = { ...record, patient: { ...record.patient, vital_status: 'alive' as const } };
  const course = depthCourse(alive ? living : record, months) as DepthCourse;
  return [...course.changes.map(({ day, state }) => `${day} ${state}`), `${course.endDay} end`];
}

test('a test stands for its patient until the next one, or until it is too old', () => {
  expect(currentDays(9)).toBe(273);
  const samples = [sample(-10, 60), sample(110, 2), sample(200, 0.05), sample(290, 0.002)];
  expect(courseOf({ lines: [line(1, 10, null)], samples, lastContact: 1010 })).toEqual([
    '0 above_mmr',
    '190 MMR',
    // 0.002 % with 250,000 copies is MR4.5; then 273 days without a test.
    '280 MR4.5',
    '553 not_assessed',
    '1000 end',
  ]);
});

test('six, nine and twelve months are chosen', () => {
  const given = { lines: [line(1, 0, null)], samples: [sample(0, 0.05)], lastContact: 1000 };
  expect(courseOf(given, 6)).toEqual(['0 MMR', '182 not_assessed', '1000 end']);
  expect(courseOf(given, 12)).toEqual(['0 MMR', '365 not_assessed', '1000 end']);
});

test('before the first test nothing is known, and a test of before the first TKI counts as long as any other', () => {
  const lines = [line(1, 300, null)];
  expect(courseOf({ lines, samples: [sample(0, 80)], lastContact: 400 })).toEqual([
    '0 not_assessed',
    '100 end',
  ]);
  expect(courseOf({ lines, samples: [sample(100, 80)], lastContact: 400 })).toEqual([
    '0 above_mmr',
    '73 not_assessed',
    '100 end',
  ]);
});

test('of two samples of a day the shallower counts, and an inevaluable one does not count', () => {
  const samples = [
    sample(0, 0.05),
    sample(0, 0.5),
    sample(30, null, { control_copies: 4000 }),
    sample(60, null, { validation: 'rejected' }),
  ];
  expect(courseOf({ lines: [line(1, 0, null)], samples, lastContact: 90 })).toEqual([
    '0 above_mmr',
    '90 end',
  ]);
});

test('without a TKI line that goes on a patient is off TKI, whatever the tests say; a switch without a gap is none', () => {
  const lines = [line(1, 0, 100), line(2, 100, 200, 'nilotinib'), line(3, 260, null)];
  const samples = [sample(0, 0.05), sample(220, 0.005), sample(230, null)];
  expect(courseOf({ lines, samples, lastContact: 300 })).toEqual([
    '0 MMR',
    '200 off_tki',
    '260 MR5',
    '300 end',
  ]);
});

test('death is the last state, on its own day', () => {
  const given = { lines: [line(1, 0, null)], samples: [sample(0, 0.05), sample(50, 0.005)], lastContact: 50 };
  expect(courseOf(given, 9, false)).toEqual(['0 MMR', '50 dead', '50 end']);
});

test('who has no TKI, no scale or no follow-up has no course', () => {
  const samples = [sample(0, 0.05)];
  expect(depthCourse(recordOf({ samples, transcript: 'e14a2' }), 9)).toBe('no_tki');
  expect(depthCourse(recordOf({ samples, lines: [line(1, 0, null)], transcript: 'e1a2' }), 9)).toBe(
    'off_scale',
  );
  const late = { samples, lines: [line(1, 4000, null)], transcript: 'e14a2' } as const;
  expect(depthCourse(recordOf(late), 9)).toBe('no_follow_up');
});
