import type { Chapter } from '../chapter';

const t315i = (quantifier: string, ifNone?: string) => ({
  kind: 'events',
  table: 'mutation',
  where: [{ kind: 'category', column: 'variant', values: ['T315I'] }],
  quantifier: { kind: quantifier },
  ...(ifNone === undefined ? {} : { ifNone }),
});

const blastPhase = (quantifier: string) => ({
  kind: 'events',
  table: 'phase_event',
  where: [{ kind: 'category', column: 'event', values: ['BP'] }],
  quantifier: { kind: quantifier },
});

export const noRecordChapter: Chapter = {
  title: 'No record',
  text: 'What no row in the window means depends on the table. Events are recorded when they happen (treatment lines, dose changes, phases, adverse events, attempts to stop): none means no. Measurements (samples, mutations, karyotypes, questionnaires): none means that nobody measured, which is unknown. `ifNone` says it otherwise.',
  specs: [
    {
      title: 'Nobody looked for a mutation',
      text: 'Without any mutation row it is not known whether there was one; with `ifNone: "no"` the reader takes it that one would have been found.',
      tables: {
        mutation: `
          | patient | day | variant |
          | 1       | 90  | T315I   |
          | 2       | 90  | Y253H   |`,
      },
      conditions: {
        any: t315i('any'),
        never: t315i('never'),
        'never, none is no': t315i('never', 'no'),
      },
      verdicts: `
        | patient | any     | never   | never, none is no |
        | 1       | met     | not met | not met           |
        | 2       | not met | met     | met               |
        | 3       | unknown | unknown | met               |`,
    },
    {
      title: 'Nothing happened',
      text: 'Without a phase event the disease did not progress.',
      tables: {
        phase_event: `
          | patient | day | event |
          | 1       | 90  | BP    |`,
      },
      conditions: { any: blastPhase('any'), never: blastPhase('never') },
      verdicts: `
        | patient | any     | never   |
        | 1       | met     | not met |
        | 2       | not met | met     |`,
    },
    {
      title: 'Every of nothing',
      text: '`every` of no row is what `ifNone` says, never “yes”: a patient without samples is not one whose samples are all deep.',
      tables: {
        mutation: `
          | patient | day | variant |
          | 1       | 90  | T315I   |`,
      },
      conditions: { every: t315i('every'), 'every, none is no': t315i('every', 'no') },
      verdicts: `
        | patient | every   | every, none is no |
        | 1       | met     | met               |
        | 2       | unknown | not met           |`,
    },
    {
      title: 'A table that the extract does not have',
      text: 'Then nothing is known of it, of nobody: `ifNone` is for tables that are there.',
      tables: {
        patient: `
          | patient | sex |
          | 1       | F   |`,
      },
      absent: ['mutation', 'phase_event'],
      conditions: {
        'never, none is no': t315i('never', 'no'),
        'never BP': blastPhase('never'),
        progression: { kind: 'category', fact: 'progression', values: ['no'] },
      },
      verdicts: `
        | patient | never, none is no | never BP | progression |
        | 1       | unknown           | unknown  | unknown     |`,
    },
  ],
};
