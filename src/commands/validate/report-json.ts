import { failureText } from '@language/failure-text';
import type { Words } from '@language/words';
import type { ExtractComparison } from './compare-extracts';
import type { Validation } from './validate-extract';

/** The report for a program; the keys of a rule are those of the contract. */
export function reportJson(
  { findings, failures, ...validation }: Validation,
  words: Words,
  comparison: ExtractComparison | null,
): object {
  return {
    opens: failures.length === 0,
    ...(comparison === null
      ? {}
      : {
          against: {
            extract: comparison.before.extract,
            created: comparison.before.created,
            items: comparison.items,
          },
        }),
    ...validation,
    failures: failures.map((failure) => ({
      code: failure.code,
      ...failure.details,
      ...failureText(failure, words),
    })),
    rules: findings.map(({ rule, verdict, found }) => ({
      id: rule.id,
      table: rule.table,
      column: rule.column,
      severity: rule.severity,
      dimension: rule.dimension,
      atMostPercent: rule.atMostPercent,
      description: rule.description[words.language],
      verdict,
      rows: found?.rows ?? null,
      judged: found?.judged ?? null,
      broken: found?.broken ?? null,
      patients: found?.patients ?? null,
      touched: found?.touched ?? null,
    })),
  };
}
