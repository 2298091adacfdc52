import { extractContract } from '@data/contracts/extract-contract';
import type { DuckDBConnection } from '@duckdb/node-api';

/** A rule and the SQL that counts its violations. */
export type FaultRule = readonly [name: string, sql: string];

const count = (from: string) => `SELECT count(*) AS faults FROM ${from}`;

/** Rules of the contract: types, nulls, keys, codes and references. */
export const contractRules: readonly FaultRule[] = extractContract.tables.flatMap((table) => [
  ...table.columns.map((column): FaultRule => {
    const name = `${table.name}.${column.name} is ${column.type}`;
    return [
      name,
      count(`(SELECT typeof(${column.name}) AS t FROM ${table.name}) WHERE t <> '${column.type}'`),
    ];
  }),
  ...table.columns
    .filter(({ nullable }) => !nullable)
    .map(
      ({ name }): FaultRule => [
        `${table.name}.${name} is never null`,
        count(`${table.name} WHERE ${name} IS NULL`),
      ],
    ),
  [
    `${table.name} is unique by ${table.key.join(', ')}`,
    count(`(SELECT 1 FROM ${table.name} GROUP BY ${table.key.join(', ')} HAVING count(*) > 1)`),
  ],
  ...table.columns.flatMap(({ name, values }): FaultRule[] =>
    values
      ? [
          [
            `${table.name}.${name} has known codes`,
            count(`${table.name} WHERE ${name} NOT IN (${values.map((value) => `'${value}'`).join(', ')})`),
          ],
        ]
      : [],
  ),
  ...table.columns.flatMap(({ name, references }): FaultRule[] =>
    references
      ? [
          [
            `${table.name}.${name} refers to ${references.table}.${references.column}`,
            count(
              `${table.name} WHERE ${name} NOT IN (SELECT ${references.column} FROM ${references.table})`,
            ),
          ],
        ]
      : [],
  ),
]);

const afterLastContact = (table: string, day: string): FaultRule => [
  `${table}.${day} is not after the last contact`,
  count(`${table} t JOIN patient p USING (patient_id) WHERE t.${day} > p.last_contact_day`),
];

/** Rules of time and of meaning that a simulated history must keep. */
export const historyRules: readonly FaultRule[] = [
  ...[
    ['molecular', 'day'],
    ['treatment_line', 'start_day'],
    ['treatment_line', 'stop_day'],
    ['dose_change', 'day'],
    ['mutation', 'day'],
    ['cytogenetics', 'day'],
    ['phase_event', 'day'],
    ['adverse_event', 'onset_day'],
    ['adverse_event', 'resolved_day'],
    ['prom', 'day'],
    ['treatment_free_attempt', 'stop_day'],
    ['treatment_free_attempt', 'restart_day'],
  ].map(([table = '', day = '']) => afterLastContact(table, day)),
  ['inclusion comes before the last contact', count('patient WHERE inclusion_day > last_contact_day')],
  [
    'a phase changes once, and not to that of the diagnosis',
    count(`(SELECT 1 FROM phase_event e JOIN diagnosis d USING (patient_id) WHERE e.event IN ('AP', 'BP')
            GROUP BY patient_id, e.event HAVING count(*) > 1 OR bool_or(e.event = d.phase))`),
  ],
  ['every patient has a diagnosis', count('patient ANTI JOIN diagnosis USING (patient_id)')],
  ['every patient has a line of treatment', count('patient ANTI JOIN treatment_line USING (patient_id)')],
  [
    'only the dead have a cause of death',
    count("patient WHERE (vital_status = 'dead') <> (death_cause IS NOT NULL)"),
  ],
  ['a line stops after it starts', count('treatment_line WHERE stop_day < start_day')],
  [
    'a line that stopped has a reason',
    count('treatment_line WHERE (stop_day IS NULL) <> (stop_reason IS NULL)'),
  ],
  [
    'lines count 1, 2, 3',
    count('(SELECT 1 FROM treatment_line GROUP BY patient_id HAVING max(line_number) <> count(*))'),
  ],
  [
    'lines do not overlap',
    count(`(SELECT start_day, lag(coalesce(stop_day, 999999)) OVER (PARTITION BY patient_id ORDER BY line_number) AS before
            FROM treatment_line) WHERE before > start_day`),
  ],
  [
    'an attempt begins where a line stopped for it',
    count(`treatment_free_attempt a ANTI JOIN treatment_line t
           ON t.patient_id = a.patient_id AND t.stop_day = a.stop_day AND t.stop_reason = 'treatment_free_remission'`),
  ],
  [
    'a restart is the start of a line',
    count(`(FROM treatment_free_attempt WHERE restart_day IS NOT NULL) a ANTI JOIN treatment_line t
           ON t.patient_id = a.patient_id AND t.start_day = a.restart_day`),
  ],
  [
    'a restart has a reason',
    count('treatment_free_attempt WHERE (restart_day IS NULL) <> (restart_reason IS NULL)'),
  ],
  [
    'an undetected sample has no value',
    count('molecular WHERE NOT detected AND bcr_abl1_is_pct IS NOT NULL'),
  ],
  ['a value is above 0', count('molecular WHERE bcr_abl1_is_pct <= 0')],
  [
    'a value is copies over control copies times the factor, to 3 digits',
    count(
      `molecular WHERE abs(bcr_abl1_is_pct / (100.0 * bcr_abl1_copies / control_copies * coalesce(conversion_factor, 1)) - 1) > 0.0051`,
    ),
  ],
  [
    'rare transcripts are not on the International Scale',
    count(`molecular JOIN diagnosis USING (patient_id)
    WHERE on_international_scale AND transcript IN ('e1a2', 'e19a2', 'other')`),
  ],
  [
    'rows are sorted by patient and day',
    count(`(SELECT patient_id < lag(patient_id) OVER w OR (patient_id = lag(patient_id) OVER w AND day <= lag(day) OVER w) AS fault
            FROM (SELECT *, row_number() OVER () AS place FROM molecular) WINDOW w AS (ORDER BY place)) WHERE fault`),
  ],
];

/** Names of the broken rules with their counts. */
export async function brokenRules(
  connection: DuckDBConnection,
  rules: readonly FaultRule[],
): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of rules) {
    const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    if (Number(row?.faults) !== 0) broken.push(`${name}: ${String(row?.faults)} rows`);
  }
  return broken;
}
