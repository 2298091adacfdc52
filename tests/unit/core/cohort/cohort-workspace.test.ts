import { everyone } from '@core/cohort/cohort-definition';
import {
  emptyWorkspace,
  nextName,
  readCohorts,
  tidyName,
  withCohortDuplicated,
  withCohortRemoved,
  withCohortRenamed,
  withCohortReplaced,
  withCohortSaved,
  workspaceJson,
  workspaceLimits,
} from '@core/cohort/cohort-workspace';
import { cohortJson } from '@core/cohort/read-cohort';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const names = (workspace: typeof emptyWorkspace) => workspace.cohorts.map(({ name }) => name);

describe('named cohorts', () => {
  it('are A, B, C unless they are given a name, and never share one', () => {
    let workspace = withCohortSaved(emptyWorkspace, everyone);
    workspace = withCohortSaved(workspace, everyone, '  Women\n over 60 ');
    workspace = withCohortSaved(workspace, everyone);
    workspace = withCohortSaved(workspace, everyone, 'A');
    expect(names(workspace)).toEqual(['A', 'Women over 60', 'B', 'A (2)']);
    expect(new Set(workspace.cohorts.map(({ id }) => id)).size).toBe(4);
    expect(nextName(workspace)).toBe('C');
  });

  it('go on after Z', () => {
    let workspace = emptyWorkspace;
    for (let k = 0; k < 27; k++) workspace = withCohortSaved(workspace, everyone);
    expect(names(workspace).slice(-2)).toEqual(['Z', 'A2']);
  });

  it('are renamed, duplicated, replaced and removed; an id is never given again', () => {
    let workspace = withCohortSaved(withCohortSaved(emptyWorkspace, everyone), everyone);
    const [first, second] = workspace.cohorts.map(({ id }) => id) as [string, string];
    workspace = withCohortRenamed(workspace, first, 'B');
    expect(names(workspace)).toEqual(['B (2)', 'B']);
    expect(names(withCohortRenamed(workspace, first, ' \t '))).toEqual(['B (2)', 'B']);
    expect(names(withCohortRenamed(workspace, second, 'B'))).toEqual(['B (2)', 'B']);
    workspace = withCohortDuplicated(workspace, second);
    expect(names(workspace)).toEqual(['B (2)', 'B', 'B (3)']);
    const later = { ...everyone, index: { event: 'first_tki' as const } };
    workspace = withCohortReplaced(workspace, second, later);
    expect(workspace.cohorts[1]?.cohort).toBe(later);
    workspace = withCohortSaved(withCohortRemoved(workspace, 'c3'), everyone);
    expect(workspace.cohorts.at(-1)?.id).toBe('c4');
  });

  it('are at most so many', () => {
    let workspace = emptyWorkspace;
    for (let k = 0; k < workspaceLimits.cohorts + 3; k++) workspace = withCohortSaved(workspace, everyone);
    expect(workspace.cohorts).toHaveLength(workspaceLimits.cohorts);
  });

  it('have names of one line, free of control characters', () => {
    expect(tidyName('a\u0000b\n\tc')).toBe('a b c');
    expect(tidyName('\u200b ')).toBeNull();
    expect(tidyName('x'.repeat(500))).toHaveLength(120);
  });

  it('read back from their file as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCohort, { maxLength: 5 }), (cohorts) => {
        const workspace = cohorts.reduce((before, cohort) => withCohortSaved(before, cohort), emptyWorkspace);
        const { files, fault } = readCohorts(JSON.parse(JSON.stringify(workspaceJson(workspace))));
        expect(fault).toBeNull();
        expect(files?.map(({ name }) => name)).toEqual(names(workspace));
        expect(files?.map(({ cohort }) => cohort)).toEqual(cohorts);
      }),
      { seed: 20260118, numRuns: 50 },
    );
  });

  it('are read from a file of one, too', () => {
    const { files } = readCohorts(JSON.parse(JSON.stringify(cohortJson({ name: 'one', cohort: everyone }))));
    expect(files).toEqual([{ name: 'one', cohort: everyone }]);
  });

  const one = cohortJson({ name: null, cohort: everyone });
  it.each([
    ['nothing', null, '', 'object'],
    ['a list', [], '', 'object'],
    ['another program’s file', { format: 'atlas' }, 'format', 'one-of'],
    ['no format', {}, 'format', 'present'],
    ['another version', { format: 'cml-cohorts', version: 2, cohorts: [] }, 'version', 'integer'],
    ['a member too many', { format: 'cml-cohorts', version: 1, cohorts: [], extra: 1 }, '', 'only'],
    ['no list', { format: 'cml-cohorts', version: 1, cohorts: {} }, 'cohorts', 'list'],
    [
      'too many',
      { format: 'cml-cohorts', version: 1, cohorts: new Array(51).fill(one) },
      'cohorts',
      'at-most',
    ],
    ['no cohort in it', { format: 'cml-cohorts', version: 1, cohorts: [one, 7] }, 'cohorts[1]', 'object'],
    [
      'a fault deep inside',
      {
        format: 'cml-cohorts',
        version: 1,
        cohorts: [
          one,
          { ...one, rules: [{ condition: { kind: 'range', fact: 'shoe', min: 1 }, unknown: 'exclude' }] },
        ],
      },
      'cohorts[1].rules[0].condition.fact',
      'one-of',
    ],
  ])('refuse %s, naming the path', (_what, json, path, kind) => {
    const { files, fault } = readCohorts(json);
    expect(files).toBeNull();
    expect(fault).toMatchObject({ path, expected: { kind } });
  });
});
