import type { AttritionStep } from '@core/cohort/attrition';
import { describe, expect, it } from 'vitest';
import type { AttritionSpec, MemberSpec, Spec, VerdictSpec } from './chapter';
import { chapters, preface } from './chapters';
import { drawnPatients } from './drawn-patients';
import { type DrawnTable, readDrawn } from './drawn-table';
import { manual } from './manual';
import { inMemory, onDuckDb, type Reader, readSpecCohort } from './two-readers';

const diagnosis = { event: 'diagnosis' };
const column = (table: DrawnTable, name: string) => table.rows.map((row) => row[name] ?? '');

async function expectVerdicts(reader: Reader, spec: VerdictSpec): Promise<void> {
  const expected = readDrawn(spec.verdicts);
  expect(expected.names.slice(1)).toEqual(Object.keys(spec.conditions));
  for (const [label, condition] of Object.entries(spec.conditions)) {
    const { index, rules } = readSpecCohort({
      index: spec.index ?? diagnosis,
      rules: [{ condition, unknown: 'exclude' }],
    });
    const [rule] = rules;
    if (rule === undefined) throw new RangeError('a cohort without its rule');
    const verdicts = await reader.verdicts(rule.condition, index);
    expect(
      verdicts.map((verdict) => verdict.replace('-', ' ')),
      label,
    ).toEqual(column(expected, label));
  }
}

async function expectMembers(reader: Reader, spec: MemberSpec): Promise<void> {
  const expected = readDrawn(spec.members);
  expect(expected.names.slice(1)).toEqual(Object.keys(spec.cohorts));
  for (const [label, cohort] of Object.entries(spec.cohorts)) {
    const members = await reader.members(readSpecCohort(cohort));
    expect(
      members.map((isIn) => (isIn ? 'in' : 'out')),
      label,
    ).toEqual(column(expected, label));
  }
}

const stepColumns: Readonly<Record<string, (step: AttritionStep) => number>> = {
  step: ({ rule }) => rule,
  entering: ({ entering }) => entering,
  met: ({ met }) => met,
  'not met': ({ notMet }) => notMet,
  unknown: ({ unknown }) => unknown,
  remaining: ({ remaining }) => remaining,
  'fails only this': ({ failsOnlyThis }) => failsOnlyThis,
};

async function expectAttrition(reader: Reader, spec: AttritionSpec): Promise<void> {
  const { steps } = await reader.attrition(readSpecCohort(spec.cohort), spec.order);
  const drawn = steps.map((step) =>
    Object.fromEntries(Object.entries(stepColumns).map(([name, of]) => [name, String(of(step))])),
  );
  expect(drawn).toEqual(readDrawn(spec.attrition).rows);
}

function expectSpec(reader: Reader, spec: Spec): Promise<void> {
  if ('conditions' in spec) return expectVerdicts(reader, spec);
  return 'cohorts' in spec ? expectMembers(reader, spec) : expectAttrition(reader, spec);
}

const answersOf = (spec: Spec) =>
  'conditions' in spec ? readDrawn(spec.verdicts) : 'cohorts' in spec ? readDrawn(spec.members) : null;

describe.each(chapters.map((chapter) => [chapter.title, chapter] as const))('%s', (_title, { specs }) => {
  it.each(specs.map((spec) => [spec.title, spec] as const))('%s', async (_, spec) => {
    const patients = drawnPatients(spec, answersOf(spec));
    await expectSpec(inMemory(patients), spec);
    const duckDb = await onDuckDb(patients);
    try {
      await expectSpec(duckDb, spec);
    } finally {
      await duckDb.engine.close();
    }
  });
});

it('the manual is what the chapters say; `npx vitest run --project spec -u` writes it', async () => {
  await expect(manual(preface, chapters)).toMatchFileSnapshot('../../data-contracts/cohort-language.md');
});
