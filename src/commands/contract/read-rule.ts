import type { ExtractTableName } from '@core/domain/extract-tables';
import { qualityDimensions, qualitySeverities } from '@core/domain/quality-rule';
import type { RowRule, TableContract } from '@data/contracts/contract';
import type { ContractNode } from './contract-node';
import { readRuleQuery } from './rule-query';

const ruleKeys = [
  'id',
  'type',
  'description',
  'query',
  'mustBe',
  'mustBeLessOrEqualTo',
  'severity',
  'dimension',
  'customProperties',
] as const;

/** A rule of a table before the other tables are known. */
export interface ReadRule {
  readonly node: ContractNode;
  readonly rule: Omit<RowRule, 'reads'>;
}

/** Reads one `quality` entry of a table, which must be of the form that `readRuleQuery` takes apart. */
export function readRule(node: ContractNode, table: Pick<TableContract, 'name' | 'columns'>): ReadRule {
  node.keys(ruleKeys);
  node.customNames(['descriptionFr', 'column']);
  node.at('type').oneOf(['sql']);
  const query = readRuleQuery(node.at('query').text());
  if (query === null) node.at('query').problem('is of neither form that the README of the contract allows');
  const column = node.custom('column').text();
  if (!table.columns.some(({ name }) => name === column)) {
    node.custom('column').problem(`is no column of ${table.name}`);
  }
  return {
    node,
    rule: {
      id: node.at('id').matching(/^[a-z][a-z0-9_]*$/, 'snake_case'),
      table: table.name as ExtractTableName,
      column,
      severity: node.at('severity').oneOf(qualitySeverities),
      dimension: node.at('dimension').oneOf(qualityDimensions),
      atMostPercent: readLimit(node, query?.unit ?? 'count'),
      description: { en: node.at('description').text(), fr: node.custom('descriptionFr').text() },
      rows: query?.rows ?? '',
      scope: query?.scope ?? null,
      breaks: query?.breaks ?? '',
    },
  };
}

function readLimit(node: ContractNode, unit: 'count' | 'percent'): number | null {
  if (unit === 'percent') {
    if (node.at('mustBe').present)
      node.at('mustBe').problem('stands beside a share; use mustBeLessOrEqualTo');
    return node.at('mustBeLessOrEqualTo').number();
  }
  if (node.at('mustBe').value !== 0) node.at('mustBe').problem('must be 0');
  if (node.at('mustBeLessOrEqualTo').present) {
    node.at('mustBeLessOrEqualTo').problem('stands beside a count; use mustBe: 0');
  }
  return null;
}

/** Names the tables that a rule reads, and notes patterns that mean another thing to the engine than to the standard. */
export function completeRule({ node, rule }: ReadRule, tables: readonly string[]): RowRule {
  const sql = [rule.rows, rule.scope ?? '', rule.breaks].join(' ');
  if (!rule.rows.includes('{object}')) node.at('query').problem('does not read {object}');
  if (/\$\{|\{(?!object\})[a-z_]+\}/.test(sql))
    node.at('query').problem('has another placeholder than {object}');
  if (/\(\?[=!<]/.test(sql)) node.at('query').problem('has a look-around, which DuckDB cannot match');
  const reads = tables.filter((name) => new RegExp(`\\b${name}\\b`).test(sql) || name === rule.table);
  return { ...rule, reads: reads as ExtractTableName[] };
}
