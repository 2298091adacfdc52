import type { ExtractContract, RowRule, TableContract } from '@data/contracts/contract';
import { ContractNode, type ContractProblem } from './contract-node';
import { type CodeList, type ReadColumn, readColumn } from './read-column';
import { completeRule, type ReadRule, readRule } from './read-rule';

const odcsVersion = 'v3.1.0';
const snakeCase = /^[a-z][a-z0-9_]*$/;
const topKeys = [
  'apiVersion',
  'kind',
  'id',
  'name',
  'version',
  'status',
  'domain',
  'description',
  'schema',
] as const;
const tableKeys = [
  'name',
  'id',
  'logicalType',
  'physicalType',
  'physicalName',
  'dataGranularityDescription',
  'description',
  'customProperties',
  'quality',
  'properties',
] as const;

/** A contract document as read: the runtime shape, its code lists, and everything that is wrong with it. */
export interface ReadContract {
  readonly contract: ExtractContract;
  /** Rules on the rows of the tables, in the order of the document. */
  readonly rules: readonly RowRule[];
  readonly codeLists: readonly CodeList[];
  /** Name of the code list's type, by `table.column`. */
  readonly codeListOf: ReadonlyMap<string, string>;
  readonly problems: readonly ContractProblem[];
}

interface ReadTable {
  readonly node: ContractNode;
  readonly table: TableContract;
  readonly columns: readonly ReadColumn[];
  readonly rules: readonly ReadRule[];
}

/** Reads a parsed ODCS document and lints it on the way; the contract is usable when `problems` is empty. */
export function readContract(document: unknown): ReadContract {
  const problems: ContractProblem[] = [];
  const root = new ContractNode(document, '', problems);
  root.keys(topKeys);
  if (root.at('apiVersion').value !== odcsVersion) root.at('apiVersion').problem(`must be ${odcsVersion}`);
  if (root.at('kind').value !== 'DataContract') root.at('kind').problem('must be DataContract');
  root.at('status').oneOf(['draft', 'proposed', 'active', 'deprecated', 'retired']);
  const tables = root.at('schema').items({ filled: true }).map(readTable);
  lintDuplicates(tables);
  lintRelationships(tables);
  const columns = tables.flatMap(({ columns }) => columns);
  return {
    contract: {
      id: root.at('id').text(),
      version: root.at('version').matching(/^\d+\.\d+\.\d+$/, 'a version as 1.0.0'),
      tables: tables.map(({ table }) => table),
    },
    rules: tables.flatMap(({ rules }) =>
      rules.map((rule) =>
        completeRule(
          rule,
          tables.map(({ table }) => table.name),
        ),
      ),
    ),
    codeLists: collectCodeLists(columns),
    codeListOf: new Map(
      tables.flatMap(({ table, columns }) =>
        columns.flatMap(({ column, codeList }) =>
          codeList ? [[`${table.name}.${column.name}`, codeList.type] as const] : [],
        ),
      ),
    ),
    problems,
  };
}

function readTable(node: ContractNode): ReadTable {
  node.keys(tableKeys);
  node.customNames(['grainFr', 'descriptionFr', 'tableRequired']);
  node.at('id').text();
  const columns = node.at('properties').items({ filled: true }).map(readColumn);
  const table = {
    name: node.at('name').matching(snakeCase, 'snake_case'),
    required: node.custom('tableRequired').flag(),
    grain: { en: node.at('dataGranularityDescription').text(), fr: node.custom('grainFr').text() },
    description: { en: node.at('description').text(), fr: node.custom('descriptionFr').text() },
    key: readKey(node, columns),
    columns: columns.map(({ column }) => column),
  };
  const rules = node.at('quality').items();
  return { node, columns, table, rules: rules.map((rule) => readRule(rule, table)) };
}

function readKey(node: ContractNode, columns: readonly ReadColumn[]): readonly string[] {
  const members = columns
    .flatMap(({ column, keyPosition }) => (keyPosition === null ? [] : [{ column, keyPosition }]))
    .sort((a, b) => a.keyPosition - b.keyPosition);
  if (members.length === 0) node.problem('has no primary key; mark its columns with primaryKey: true');
  if (members.some(({ keyPosition }, index) => keyPosition !== index + 1)) {
    node.problem('primaryKeyPosition must count 1, 2, 3 without a gap');
  }
  return members.map(({ column }) => column.name);
}

function lintDuplicates(tables: readonly ReadTable[]): void {
  const names = new Set<string>();
  const ids = new Set<unknown>();
  for (const { node, table, columns, rules } of tables) {
    if (names.has(table.name)) node.problem(`table ${table.name} is declared twice`);
    names.add(table.name);
    const columnNames = new Set<string>();
    for (const { node: columnNode, column } of columns) {
      if (columnNames.has(column.name)) columnNode.problem(`column ${column.name} is declared twice`);
      columnNames.add(column.name);
    }
    const identified = [
      node,
      ...columns.flatMap(({ node, qualityNodes }) => [node, ...qualityNodes]),
      ...rules.map(({ node }) => node),
    ];
    for (const { id, owner } of identified.map((owner) => ({ id: owner.at('id').value, owner }))) {
      if (id !== undefined && ids.has(id)) owner.problem(`id ${String(id)} is used twice`);
      ids.add(id);
    }
  }
}

function lintRelationships(tables: readonly ReadTable[]): void {
  for (const { column, node } of tables.flatMap(({ columns }) => columns)) {
    if (!column.references) continue;
    const { table, column: name } = column.references;
    const target = tables
      .find((candidate) => candidate.table.name === table)
      ?.columns.find((candidate) => candidate.column.name === name);
    if (!target) node.at('relationships').problem(`refers to ${table}.${name}, which is not declared`);
    else if (target.column.type !== column.type) {
      node
        .at('relationships')
        .problem(`is ${column.type} and refers to ${table}.${name}, a ${target.column.type}`);
    }
  }
}

function collectCodeLists(columns: readonly ReadColumn[]): readonly CodeList[] {
  const lists = new Map<string, CodeList>();
  for (const { node, codeList } of columns) {
    if (!codeList) continue;
    const known = lists.get(codeList.type);
    if (known && (known.name !== codeList.name || known.values.join('\n') !== codeList.values.join('\n'))) {
      node.problem(`code list ${codeList.type} has other values or another name elsewhere`);
    }
    lists.set(codeList.type, known ?? codeList);
  }
  return [...lists.values()];
}
