import type { Chapter } from './chapter';
import { attritionChapter } from './chapters/attrition';
import { combinationChapter } from './chapters/combinations';
import { eventChapter } from './chapters/events';
import { factChapter } from './chapters/facts';
import { indexChapter } from './chapters/index-event';
import { noRecordChapter } from './chapters/no-record';
import { qualityChapter } from './chapters/quality';
import { rangeChapter } from './chapters/ranges';
import { undetectedChapter } from './chapters/undetected';
import { unknownChapter } from './chapters/unknown';
import { windowChapter } from './chapters/windows';

/** In the order of reading. */
export const chapters: readonly Chapter[] = [
  factChapter,
  rangeChapter,
  unknownChapter,
  combinationChapter,
  eventChapter,
  windowChapter,
  undetectedChapter,
  noRecordChapter,
  qualityChapter,
  indexChapter,
  attritionChapter,
];

export const preface = `# The cohort language

A cohort is data: an index event, and rules that a patient passes. This page is its manual. Each section shows small
tables of patients, a definition, and how it answers for each of them: **met**, **not met** or **unknown**.

_Written by the tests in \`tests/spec\`; change those, not this page. Every table here is run on the matcher in memory
and on DuckDB. The shape of a file is the JSON Schema in \`public/schemas\`. What is not drawn does not matter: a sample is
detected, on the International Scale, of 32,000 ABL1 copies; an empty cell is not known; T and F are true and false._

_Days count from diagnosis. A month is 30.4375 days._`;
