import { samplingPhases } from '@core/domain/sampling-phase';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { sqlOf } from '../cohort/compiled-sql';
import { KeptTables } from '../cohort/kept-tables';
import { isRead } from '../cohort/ready-cohort';
import { identifier, literal } from '../sql-text';
import { samplingIntervalsSql } from './sampling-interval';

const key = 'sample_wait';

/** A wait takes 22 bytes, a patient has some twenty: beyond 0.15 GB the memory of a page is needed for answers. */
const mostPatients = 300_000;

/** Days as `sampling-interval.sql` counts them; a phase and an end take a byte each, whether on a TKI a bit. */
const waits = new KeptTables({
  prefix: key,
  columns: `patient_key integer, on_tki boolean, phase enum(${samplingPhases.map((phase) => literal(phase)).join(', ')}),
    phase_day integer, day integer, until_day integer, days integer, cause utinyint`,
  most: 1,
  finish: () => Promise.resolve(),
});

/**
 * A statement of the waits for a sample of every patient of the extract. They stand in a table that is made the first
 * time that they are asked for: a change of the cohort or of the indicator then goes through waits, not through samples.
 * With more than 300,000 patients nothing is kept.
 */
export async function readyWaits(
  engine: Engine,
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<string> {
  if (isRead(engine)) return samplingIntervalsSql;
  const { columns } = await engine.query('select count(*)::integer as patients from patient', options);
  if (Number(columns.patients?.[0] ?? 0) > mostPatients) return samplingIntervalsSql;
  const fill = (name: string) => [sqlOf(`insert into ${identifier(name)}\n${samplingIntervalsSql}`)];
  const tables = await waits.ready(engine, [{ key, fill }], options);
  return `select * from ${identifier(tables.get(key)?.name ?? '')}`;
}

/** Drops what was made from tables that have changed since. */
export const forgetWaits = (engine: Engine): Promise<void> => waits.forget(engine);
