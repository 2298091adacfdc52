import { TreatmentCourse } from '@commands/generate/treatment-course';
import { expect, test } from 'vitest';

test('years under a TKI add up over lines and leave out other drugs', () => {
  const course = new TreatmentCourse();
  course.start('imatinib', 0);
  course.stop(730.5, 'pregnancy');
  course.start('interferon', 731);
  course.stop(1000, 'other');
  course.start('dasatinib', 1000);
  expect(course.tkiYears(1000 + 365.25)).toBeCloseTo(3, 10);
});

test('a line does not end before it begins', () => {
  const course = new TreatmentCourse();
  course.start('imatinib', 40);
  expect(course.stop(20, 'intolerance')).toBe(40);
});

test('what was planned after the end is taken back', () => {
  const course = new TreatmentCourse();
  course.start('imatinib', 5);
  course.stop(90, 'intolerance');
  course.start('nilotinib', 120);
  course.forgetAfter(80);
  expect(course.lines).toEqual([
    { number: 1, drug: 'imatinib', startDay: 5, doseMg: 400, stopDay: null, stopReason: null },
  ]);
});
