import { ruleFindings, ruleVerdict, tallyVerdicts } from '@core/analyses/quality-report';
import type { QualityRule } from '@core/domain/quality-rule';
import type { RuleCount } from '@core/domain/rule-count';
import { describe, expect, test } from 'vitest';

const count = (rule: string, judged: number, broken: number): RuleCount => ({
  rule,
  split: 'all',
  level: null,
  rows: judged,
  judged,
  broken,
  patients: judged,
  touched: broken,
});
const rule = (id: string, severity: QualityRule['severity'], atMostPercent: number | null): QualityRule => ({
  id,
  table: 'patient',
  column: 'sex',
  severity,
  dimension: 'accuracy',
  atMostPercent,
});

describe('the verdict of a rule', () => {
  test('is broken by one row, or by more than its share', () => {
    expect(ruleVerdict({ atMostPercent: null }, count('a', 10, 0))).toBe('kept');
    expect(ruleVerdict({ atMostPercent: null }, count('a', 10, 1))).toBe('broken');
    expect(ruleVerdict({ atMostPercent: 30 }, count('a', 10, 3))).toBe('kept');
    expect(ruleVerdict({ atMostPercent: 30 }, count('a', 10, 4))).toBe('broken');
  });

  test('is nobody’s to say without a judged row, or without the table', () => {
    expect(ruleVerdict({ atMostPercent: null }, count('a', 0, 0))).toBe('empty');
    expect(ruleVerdict({ atMostPercent: null }, null)).toBe('unchecked');
  });
});

const structural = [
  { table: 'patient', dimension: 'conformity', rules: 6 },
  { table: 'patient', dimension: 'uniqueness', rules: 1 },
];

test('verdicts are counted by severity, and what was not judged apart', () => {
  const rules = [
    rule('a', 'warning', null),
    rule('b', 'info', null),
    rule('c', 'error', null),
    rule('d', 'info', 5),
  ];
  const findings = ruleFindings(rules, { counts: [count('a', 9, 2), count('b', 9, 1), count('c', 9, 0)] });
  expect(findings.map(({ verdict }) => verdict)).toEqual(['broken', 'broken', 'kept', 'unchecked']);
  expect(tallyVerdicts(findings, structural, 'table', ['patient', 'molecular'])).toEqual([
    { group: 'patient', structural: 7, kept: 1, errors: 0, warnings: 1, infos: 1, unjudged: 1 },
    { group: 'molecular', structural: 0, kept: 0, errors: 0, warnings: 0, infos: 0, unjudged: 0 },
  ]);
});
