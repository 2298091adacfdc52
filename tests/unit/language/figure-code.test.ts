import { everyone, withRule } from '@core/cohort/cohort-definition';
import { mayBeNotebook } from '@language/figure-code';
import { expect, it } from 'vitest';

const of = (centre: string) =>
  withRule(everyone, 'centre', {
    condition: { kind: 'category', fact: 'centre', values: [centre] },
    unknown: 'exclude',
  });
const asked = (parameters: unknown) => ({ id: 'depth-moves', parameters });

it('a figure becomes no notebook where a code of its cohort, or its name, could be a person’s', () => {
  expect(mayBeNotebook(asked({ cohort: of('C07'), currentMonths: 9 }))).toBe(true);
  expect(mayBeNotebook(asked({ cohort: of('seen 12/03/2019'), currentMonths: 9 }))).toBe(false);
  expect(mayBeNotebook(asked(of('750100042')))).toBe(false);
  const cohorts = [{ name: 'Women', cohort: of('p.martin@hospital.example') }];
  expect(mayBeNotebook(asked({ endpoint: {}, cohorts }))).toBe(false);
  expect(mayBeNotebook(asked(null))).toBe(true);
  const named = (name: string) => [{ name, cohort: of('C07') }];
  expect(mayBeNotebook(asked(of('C07')), named('Patient 0012345'))).toBe(false);
  expect(mayBeNotebook(asked(everyone), named('Patient 0012345'))).toBe(true);
});
