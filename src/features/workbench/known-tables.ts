import { isFactId } from '@core/cohort/fact-vocabulary';
import { endpointPresetIds } from '@core/endpoint/endpoint-presets';
import {
  type DerivedTable,
  madeColumns,
  type SchemaColumn,
  type WorkbenchSchema,
} from '@data/queries/workbench/workbench-schema';
import { endpointViewName } from '@data/queries/workbench/workbench-view';
import { factUnit } from '@language/fact-text';
import type { Words } from '@language/use-words';
import { contractTables } from '@session/contract-tables';
import type { WorkbenchSession } from '@session/use-workbench';

export interface KnownColumn {
  readonly name: string;
  readonly type: string | null;
  readonly unit: string | null;
  readonly meaning: string | null;
}

/** A table that a statement may name, in the reader's words. */
export interface KnownTable {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly KnownColumn[];
}

export interface KnownTables {
  readonly cohorts: readonly KnownTable[];
  readonly extract: readonly KnownTable[];
  readonly derived: readonly KnownTable[];
  readonly endpoints: readonly KnownTable[];
}

/** Everything that a statement may name: the extract by its contract, what is derived from it, cohorts and endpoints. */
export function knownTables(
  schema: WorkbenchSchema,
  cohorts: WorkbenchSession['cohorts'],
  words: Words,
): KnownTables {
  const derived = schema.derived.map(
    ({ name, columns }): KnownTable => ({
      name,
      meaning: words.say(`workbench.table.${name as DerivedTable}`),
      columns: columns.map((column) => factColumn(column, words)),
    }),
  );
  const facts = derived.find(({ name }) => name === 'patient_fact')?.columns ?? [];
  const pseudonym: KnownColumn = {
    name: 'patient_id',
    type: 'VARCHAR',
    unit: null,
    meaning: contractColumn('patient', 'patient_id')?.description[words.language] ?? null,
  };
  return {
    cohorts: cohorts.map(({ view, name }) => ({
      name: view,
      meaning:
        name === null
          ? words.say('workbench.table.cohort')
          : words.say('workbench.table.namedCohort', { name }),
      columns: [pseudonym, ...facts],
    })),
    extract: schema.extract.map(({ name, columns }) => ({
      name,
      meaning: contractTables.find((table) => table.name === name)?.description[words.language] ?? '',
      columns: columns.map((column) => contractedColumn(name, column, words)),
    })),
    derived: [
      ...derived,
      ...(['response_sample', 'tki_line'] as const).map((name) => ({
        name,
        meaning: words.say(`workbench.table.${name}`),
        columns: madeColumns[name].map(bare),
      })),
    ],
    endpoints: endpointPresetIds.map((id) => ({
      name: endpointViewName(id),
      meaning: words.say('workbench.table.endpoint', { name: words.say(`survival.preset.${id}`) }),
      columns: madeColumns.endpoint.map(bare),
    })),
  };
}

const bare = (name: string): KnownColumn => ({ name, type: null, unit: null, meaning: null });

const contractColumn = (table: string, column: string) =>
  contractTables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);

function contractedColumn(table: string, { name, type }: SchemaColumn, words: Words): KnownColumn {
  const column = contractColumn(table, name);
  const codes = column?.values;
  const meaning = column?.description[words.language] ?? null;
  return {
    name,
    type: shortType(type),
    unit: column?.unit ?? null,
    meaning:
      name === 'patient_key'
        ? words.say('workbench.patientKey')
        : meaning === null || codes === undefined
          ? meaning
          : `${meaning} ${codes.join(', ')}`,
  };
}

function factColumn({ name, type }: SchemaColumn, words: Words): KnownColumn {
  if (!isFactId(name)) {
    return {
      ...bare(name),
      type: shortType(type),
      meaning: name === 'patient_key' ? words.say('workbench.patientKey') : null,
    };
  }
  return {
    name,
    type: shortType(type),
    unit: factUnit(words, name),
    meaning: words.say(`clinic.${name}`),
  };
}

/** The codes of an enumeration are in its meaning. */
const shortType = (type: string): string => type.replace(/^ENUM\(.*\)$/, 'ENUM');
