import type { ColumnContract, ColumnType } from '@data/contracts/contract';
import type { ContractNode } from './contract-node';

/** A closed list of codes with the names it has in TypeScript: `sexes` and `Sex`. */
export interface CodeList {
  readonly name: string;
  readonly type: string;
  readonly values: readonly string[];
}

export interface ReadColumn {
  readonly node: ContractNode;
  readonly qualityNodes: readonly ContractNode[];
  readonly column: ColumnContract;
  /** Place in the table's primary key, from 1; null outside the key. */
  readonly keyPosition: number | null;
  readonly codeList: CodeList | null;
}

const logicalTypes: Readonly<Record<ColumnType, string>> = {
  VARCHAR: 'string',
  INTEGER: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
};
const columnKeys = [
  'name',
  'id',
  'logicalType',
  'physicalType',
  'required',
  'logicalTypeOptions',
  'primaryKey',
  'primaryKeyPosition',
  'description',
  'customProperties',
  'relationships',
  'quality',
] as const;
const qualityKeys = ['id', 'metric', 'arguments', 'mustBe', 'severity', 'dimension'] as const;

/** Reads one property of an ODCS schema object and notes what is wrong with it. */
export function readColumn(node: ContractNode): ReadColumn {
  node.keys(columnKeys);
  node.customNames(['descriptionFr', 'unit', 'codeList']);
  node.at('id').text();
  const type = node.at('physicalType').oneOf(['VARCHAR', 'INTEGER', 'DOUBLE', 'BOOLEAN']);
  if (node.at('logicalType').value !== logicalTypes[type]) {
    node.at('logicalType').problem(`must be ${logicalTypes[type]} for ${type}`);
  }
  const nullable = !node.at('required').flag();
  const keyPosition = readKeyPosition(node);
  if (keyPosition !== null && nullable) node.problem('is in the primary key and must be required');
  const codeList = readCodeList(node, type);
  const unit = node.custom('unit');
  const references = readReference(node);
  const limits = readLimits(node, type);
  return {
    node,
    qualityNodes: node.at('quality').items(),
    keyPosition,
    codeList,
    column: {
      name: node.at('name').matching(/^[a-z][a-z0-9_]*$/, 'snake_case'),
      type,
      nullable,
      ...(codeList ? { values: codeList.values } : {}),
      ...limits,
      ...(unit.present ? { unit: unit.text() } : {}),
      ...(references ? { references } : {}),
      description: { en: node.at('description').text(), fr: node.custom('descriptionFr').text() },
    },
  };
}

/** The smallest and largest value, both included. */
function readLimits(node: ContractNode, type: ColumnType): Pick<ColumnContract, 'minimum' | 'maximum'> {
  const options = node.at('logicalTypeOptions');
  if (!options.present) return {};
  options.keys(['minimum', 'maximum']);
  if (type !== 'INTEGER' && type !== 'DOUBLE') options.problem('needs a column of numbers');
  const limit = (key: 'minimum' | 'maximum') => {
    const { present } = options.at(key);
    return present ? { [key]: options.at(key).number() } : {};
  };
  const limits = { ...limit('minimum'), ...limit('maximum') } as Pick<ColumnContract, 'minimum' | 'maximum'>;
  if ((limits.minimum ?? -Infinity) >= (limits.maximum ?? Infinity))
    options.problem('minimum must be below maximum');
  return limits;
}

function readKeyPosition(node: ContractNode): number | null {
  const position = node.at('primaryKeyPosition');
  if (!node.at('primaryKey').present) {
    if (position.present) position.problem('needs primaryKey: true');
    return null;
  }
  if (node.at('primaryKey').flag() && Number.isInteger(position.value)) return Number(position.value);
  position.problem('must be a whole number from 1, beside primaryKey: true');
  return null;
}

function readReference(node: ContractNode): ColumnContract['references'] | null {
  const relationships = node.at('relationships').items();
  if (relationships.length > 1) node.at('relationships').problem('must have one item');
  const [relationship] = relationships;
  if (!relationship) return null;
  relationship.keys(['type', 'to']);
  relationship.at('type').oneOf(['foreignKey']);
  const [table = '', column = ''] = relationship
    .at('to')
    .matching(/^[a-z0-9_]+\.[a-z0-9_]+$/, 'table.column')
    .split('.');
  return { table, column };
}

function readCodeList(node: ContractNode, type: ColumnType): CodeList | null {
  const rules = node.at('quality').items();
  const names = node.custom('codeList');
  if (rules.length === 0) {
    if (names.present) names.problem('needs a quality rule with validValues');
    return null;
  }
  const values = rules.flatMap(readValidValues);
  if (type !== 'VARCHAR') node.at('quality').problem('validValues need a VARCHAR column');
  if (!names.present) {
    node.problem('has validValues and no custom property codeList to name them');
    return null;
  }
  names.keys(['const', 'type']);
  return {
    name: names.at('const').matching(/^[a-z][A-Za-z0-9]*$/, 'a camelCase plural as sexes'),
    type: names.at('type').matching(/^[A-Z][A-Za-z0-9]*$/, 'a PascalCase singular as Sex'),
    values,
  };
}

function readValidValues(rule: ContractNode): readonly string[] {
  rule.keys(qualityKeys);
  rule.at('id').text();
  rule.at('metric').oneOf(['invalidValues']);
  rule.at('severity').oneOf(['error', 'warning', 'info']);
  if (rule.at('mustBe').value !== 0) rule.at('mustBe').problem('must be 0');
  rule.at('arguments').keys(['validValues']);
  const items = rule.at('arguments').at('validValues').items({ filled: true });
  const values = items.map((item) => item.text());
  if (new Set(values).size < values.length) rule.at('arguments').problem('validValues repeat a value');
  return values;
}
