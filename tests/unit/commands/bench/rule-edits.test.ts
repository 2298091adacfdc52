import { beforeEdits, editKinds, ruleEdits } from '@commands/bench/rule-edits';
import { cohortToUrl } from '@core/cohort/cohort-url';
import { describe, expect, it } from 'vitest';

describe.each(editKinds)('the edits of the benchmark: %s', (kind) => {
  const cohorts = ruleEdits(kind, 63);

  it('reach a cohort that was not asked before, each time', () => {
    expect(new Set(cohorts.map((cohort) => JSON.stringify(cohort))).size).toBe(63);
  });

  it('change one rule and fit in an address', () => {
    const standing = beforeEdits().rules;
    for (const cohort of cohorts) {
      expect(cohort.rules.slice(0, standing.length)).toEqual(standing);
      expect(cohort.rules).toHaveLength(standing.length + 1);
      expect(cohortToUrl(cohort)).not.toBeNull();
    }
  });
});
