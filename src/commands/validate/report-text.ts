import type { RuleFinding } from '@core/analyses/quality-report';
import type { RowRule } from '@data/contracts/contract';
import type { MessageId } from '@language/catalogue';
import { driftSentence } from '@language/drift-sentence';
import { failureText } from '@language/failure-text';
import type { Words } from '@language/words';
import type { ExtractComparison } from './compare-extracts';
import type { Validation } from './validate-extract';

/** The report for a reader: what refuses the extract, then what the rules found, the broken ones first. */
export function reportText(
  validation: Validation,
  words: Words,
  comparison: ExtractComparison | null,
): string {
  const { contract, extractId, failures, notes, tables, findings, patients, warned } = validation;
  const { say, number } = words;
  const broken = findings.filter(({ verdict }) => verdict === 'broken');
  const count = (severity: RowRule['severity']) =>
    broken.filter(({ rule }) => rule.severity === severity).length;
  const sections = [
    [
      say('validate.title', { contract: contract.id, version: contract.version, extract: extractId ?? '–' }),
      say(failures.length > 0 ? 'validate.refused' : 'validate.opens', {
        failures: failures.length,
        warnings: count('warning'),
        infos: count('info'),
      }),
    ],
    failures.flatMap((failure) => {
      const { what, next } = failureText(failure, words);
      return [`✗ ${what} [${failure.code}]`, `  ${next}`];
    }),
    notes.map(({ code, details }) => `· ${say(`extract.warning.${code}` as MessageId, details)}`),
    tables.map(({ name, present, rows }) =>
      present
        ? say('validate.table', { table: name.padEnd(24), rows: number(rows) })
        : say('validate.absent', { table: name.padEnd(24) }),
    ),
    patients === null ? [] : [say('validate.warned', { warned: warned ?? 0, patients })],
    (['error', 'warning', 'info'] as const).flatMap((severity) =>
      broken.filter(({ rule }) => rule.severity === severity).map((finding) => ruleText(finding, words)),
    ),
    findings.length === 0
      ? []
      : [
          say('validate.kept', {
            kept: findings.filter(({ verdict }) => verdict === 'kept').length,
            empty: findings.filter(({ verdict }) => verdict === 'empty').length,
            unchecked: findings.filter(({ verdict }) => verdict === 'unchecked').length,
          }),
        ],
    comparison === null ? [] : driftText(comparison, words),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function driftText({ before, after, items }: ExtractComparison, words: Words): string[] {
  const { say } = words;
  const changes = items.filter(({ changed }) => changed);
  return [
    say('drift.pair', {
      before: before.extract ?? '–',
      beforeDate: before.created ?? '–',
      beforePatients: before.patients,
      after: after.extract ?? '–',
      afterDate: after.created ?? '–',
      afterPatients: after.patients,
    }),
    say('drift.summary', { changed: changes.length, compared: items.length }),
    ...changes.map((item) => `  ${driftSentence(words, item)}`),
  ];
}

function ruleText({ rule, found }: RuleFinding<RowRule>, words: Words): string {
  const { say, number, percent, language } = words;
  const { broken = 0, judged = 0, touched = 0, rows = 0 } = found ?? {};
  const counts = say('validate.counts', {
    broken: number(broken),
    judged: number(judged),
    share: percent(judged === 0 ? 0 : broken / judged, 1),
    patients: touched,
    unjudged: rows - judged,
  });
  return [
    `${say(`quality.severity.${rule.severity}`)} ${rule.table}.${rule.column}: ${rule.description[language]}`,
    `  ${counts} [${rule.id}]`,
  ].join('\n');
}
