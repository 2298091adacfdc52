import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extractTableNames } from '@core/domain/extract-tables';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** One subject: seen from `entry` (0 unless left truncated), until `time`, where the event happened or not. */
interface Subject {
  readonly entry: number;
  readonly time: number;
  readonly observed: boolean;
}

/** Cumulative probability of the event by `horizon`, one minus the product limit. */
export function cumulative(subjects: readonly Subject[], horizon: number): number {
  const times = [...new Set(subjects.filter(({ observed }) => observed).map(({ time }) => time))]
    .filter((time) => time <= horizon)
    .sort((a, b) => a - b);
  let surviving = 1;
  for (const time of times) {
    const atRisk = subjects.filter((subject) => subject.entry < time && subject.time >= time).length;
    const events = subjects.filter((subject) => subject.observed && subject.time === time).length;
    surviving *= 1 - events / atRisk;
  }
  return 1 - surviving;
}

const views = `
CREATE VIEW first_line AS
  SELECT t.patient_id, t.line_number, t.drug, t.start_day, t.stop_day, t.stop_reason,
         CASE WHEN t.drug = 'imatinib' THEN 'imatinib'
              WHEN t.drug IN ('dasatinib', 'nilotinib', 'bosutinib', 'asciminib') THEN 'second generation' END AS drug_class
  FROM treatment_line t JOIN diagnosis d USING (patient_id)
  WHERE d.phase = 'CP' AND t.drug <> 'hydroxycarbamide'
  QUALIFY row_number() OVER (PARTITION BY t.patient_id ORDER BY t.line_number) = 1;

CREATE VIEW valid_sample AS
  SELECT patient_id, day, percent,
         percent <= 0.01 AND copies_enough_for_mr4 AS in_mr4,
         percent <= 0.0032 AND copies_enough_for_mr45 AS in_mr45
  FROM (
    SELECT patient_id, day, CASE WHEN detected THEN bcr_abl1_is_pct ELSE 0 END AS percent,
           control_copies >= CASE control_gene WHEN 'GUSB' THEN 24000 ELSE 10000 END AS copies_enough_for_mr4,
           control_copies >= CASE control_gene WHEN 'GUSB' THEN 77000 ELSE 32000 END AS copies_enough_for_mr45
    FROM molecular
    WHERE on_international_scale AND validation <> 'rejected')
  WHERE percent IS NOT NULL;

CREATE VIEW attempt_course AS
  SELECT a.patient_id, a.attempt_number, a.stop_day, a.restart_day,
         min(s.day) FILTER (WHERE s.percent > 0.1) - a.stop_day AS relapse_after,
         max(s.day) - a.stop_day AS last_sample_after
  FROM treatment_free_attempt a
  JOIN valid_sample s ON s.patient_id = a.patient_id AND s.day > a.stop_day
   AND s.day <= coalesce(a.restart_day, 999999)
  GROUP BY a.patient_id, a.attempt_number, a.stop_day, a.restart_day;

CREATE VIEW tki_line AS
  SELECT * FROM treatment_line
  WHERE drug NOT IN ('interferon', 'hydroxycarbamide', 'allogeneic_transplant', 'other');

CREATE VIEW criteria AS
  WITH reference AS (
    SELECT f.patient_id, any_value(a.stop_day) AS stop_day, least(any_value(a.stop_day), max(s.day)) AS day
    FROM first_line f JOIN valid_sample s USING (patient_id)
    LEFT JOIN treatment_free_attempt a ON a.patient_id = f.patient_id AND a.attempt_number = 1
    GROUP BY f.patient_id),
  tki AS (
    SELECT r.patient_id, sum(greatest(0, least(coalesce(t.stop_day, r.day), r.day) - t.start_day)) / 365.25 AS tki_years
    FROM reference r JOIN tki_line t USING (patient_id) GROUP BY r.patient_id),
  broken AS (
    SELECT r.patient_id, max(s.day) FILTER (WHERE s.percent > 0.01) AS day
    FROM reference r JOIN valid_sample s ON s.patient_id = r.patient_id AND s.day <= r.day GROUP BY r.patient_id),
  deep AS (
    SELECT r.patient_id, (r.day - min(s.day)) / 365.25 AS deep_years
    FROM reference r JOIN broken b USING (patient_id)
    JOIN valid_sample s ON s.patient_id = r.patient_id AND s.day <= r.day AND s.in_mr4 AND s.day > coalesce(b.day, -1)
    GROUP BY r.patient_id, r.day)
  SELECT r.patient_id, r.stop_day IS NOT NULL AS stopped, tki_years,
         tki_years >= 5 AND coalesce(deep_years, 0) >= 2 AS eligible
  FROM reference r JOIN tki USING (patient_id) LEFT JOIN deep USING (patient_id);
`;

/** Opens an extract in a native DuckDB, one view per table. */
export async function openExtract(directory: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const name of extractTableNames) {
    const single = join(directory, `${name}.parquet`);
    const source = existsSync(single) ? single : join(directory, name, '*.parquet');
    await connection.run(`CREATE TABLE ${name} AS SELECT * FROM '${source}'`);
  }
  await connection.run(views);
  return connection;
}

async function rows(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

async function percentage(connection: DuckDBConnection, sql: string): Promise<number> {
  const [row] = await rows(connection, sql);
  return 100 * Number(Object.values(row ?? {})[0]);
}

/** Subjects of a query with the columns entry, time (null leaves the subject out) and observed. */
async function subjects(connection: DuckDBConnection, sql: string): Promise<Subject[]> {
  const found = await rows(connection, sql);
  return found
    .map(({ entry, time, observed }) => ({
      entry: Number(entry),
      time: Number(time),
      observed: observed === true,
    }))
    .filter(({ entry, time }) => time > entry);
}

const firstBelow = (condition: string, drugClass: string) => `
  SELECT 0 - 1 AS entry, coalesce(reached, last_sample) AS time, reached IS NOT NULL AS observed
  FROM (SELECT f.patient_id, min(s.day) FILTER (WHERE ${condition}) - any_value(f.start_day) AS reached,
               max(s.day) - any_value(f.start_day) AS last_sample
        FROM first_line f JOIN valid_sample s ON s.patient_id = f.patient_id AND s.day > f.start_day
        WHERE f.drug_class = '${drugClass}' GROUP BY f.patient_id)`;

const relapse = `
  SELECT 0 AS entry, coalesce(relapse_after, last_sample_after) AS time, relapse_after IS NOT NULL AS observed
  FROM attempt_course WHERE attempt_number = 1`;

const progression = (events: string, population: string) => `
  SELECT ${population === 'incident' ? '0' : 'p.inclusion_day'} AS entry,
         coalesce(min(e.day), p.last_contact_day) AS time, min(e.day) IS NOT NULL AS observed
  FROM patient p JOIN diagnosis d USING (patient_id)
  LEFT JOIN phase_event e ON e.patient_id = p.patient_id AND e.event IN (${events})
  WHERE d.phase = 'CP' ${population === 'incident' ? 'AND p.inclusion_day <= 90' : ''}
  GROUP BY p.patient_id, p.inclusion_day, p.last_contact_day`;

/** Every quantity of the calibration table, in per cent. */
export async function measureCalibration(directory: string): Promise<Readonly<Record<string, number>>> {
  const db = await openExtract(directory);
  const share = (condition: string, from: string) =>
    percentage(db, `SELECT avg(CASE WHEN ${condition} THEN 1.0 ELSE 0.0 END) FROM ${from}`);
  const by = async (sql: string, days: number) => 100 * cumulative(await subjects(db, sql), days);
  const year = 365.25;
  const month = year / 12;

  const started = `(SELECT f.patient_id, count(DISTINCT t.drug) AS drugs
    FROM first_line f JOIN patient p USING (patient_id)
    JOIN tki_line t ON t.patient_id = f.patient_id AND t.start_day <= f.start_day + 365
    WHERE p.diagnosis_year BETWEEN 2011 AND 2014 AND p.last_contact_day >= f.start_day + 365 GROUP BY f.patient_id)`;
  const early = (drugClass: string) => `(SELECT s.percent FROM first_line f
    JOIN valid_sample s ON s.patient_id = f.patient_id AND s.day - f.start_day BETWEEN 61 AND 137
    WHERE f.drug_class = '${drugClass}'
    QUALIFY row_number() OVER (PARTITION BY f.patient_id ORDER BY abs(s.day - f.start_day - 91), s.day) = 1)`;
  const firstAttempts = 'attempt_course JOIN criteria USING (patient_id) WHERE attempt_number = 1';
  const regained = `(SELECT a.patient_id, bool_or(s.percent <= 0.1) AS regained
    FROM attempt_course a JOIN patient p USING (patient_id)
    JOIN valid_sample s ON s.patient_id = a.patient_id AND s.day > a.restart_day
    WHERE a.relapse_after IS NOT NULL AND p.last_contact_day >= a.restart_day + 182 GROUP BY a.patient_id)`;
  const relapseAt = await subjects(db, relapse);
  const free = (months: number) => 100 * (1 - cumulative(relapseAt, months * month));
  const offFirstLine = `SELECT 0 AS entry, coalesce(f.stop_day, p.last_contact_day) - f.start_day AS time,
      f.stop_day IS NOT NULL AS observed FROM first_line f JOIN patient p USING (patient_id)`;

  return {
    'first line: imatinib': await share("drug = 'imatinib'", 'first_line'),
    'first line: nilotinib': await share("drug = 'nilotinib'", 'first_line'),
    'first line: dasatinib': await share("drug = 'dasatinib'", 'first_line'),
    'first line: interferon combinations': await share("drug LIKE '%+interferon'", 'first_line'),
    '12 months, 2011-14: first TKI': await share('drugs = 1', started),
    '12 months, 2011-14: two TKIs': await share('drugs = 2', started),
    '12 months, 2011-14: three TKIs': await share('drugs >= 3', started),
    'off first line at 3 years': await by(offFirstLine, 3 * year),
    'EMR, imatinib': await share('percent <= 10', early('imatinib')),
    'EMR, second generation': await share('percent <= 10', early('second generation')),
    'MMR by 12 months, imatinib': await by(firstBelow('s.percent <= 0.1', 'imatinib'), year),
    'MMR by 12 months, second generation': await by(
      firstBelow('s.percent <= 0.1', 'second generation'),
      year,
    ),
    'MMR by 24 months, imatinib': await by(firstBelow('s.percent <= 0.1', 'imatinib'), 2 * year),
    'MMR by 24 months, second generation': await by(
      firstBelow('s.percent <= 0.1', 'second generation'),
      2 * year,
    ),
    'MR4.5 by 60 months, imatinib': await by(firstBelow('s.in_mr45', 'imatinib'), 5 * year),
    'MR4.5 by 60 months, second generation': await by(firstBelow('s.in_mr45', 'second generation'), 5 * year),
    'stop criteria met at last visit': await share('eligible', 'criteria'),
    'stopped among those who meet them': await share('stopped', 'criteria WHERE eligible'),
    'treatment-free remission at 6 months': free(6),
    'treatment-free remission at 12 months': free(12),
    'treatment-free remission at 24 months': free(24),
    'treatment-free remission at 36 months': free(36),
    'crude relapse': await share('relapse_after IS NOT NULL', 'attempt_course WHERE attempt_number = 1'),
    'relapses after 6 months': await share(
      `relapse_after > ${6 * month}`,
      'attempt_course WHERE attempt_number = 1 AND relapse_after IS NOT NULL',
    ),
    'crude relapse, stop before 5 years': await share(
      'relapse_after IS NOT NULL',
      `${firstAttempts} AND tki_years < 5`,
    ),
    'crude relapse, stop after 5 years': await share(
      'relapse_after IS NOT NULL',
      `${firstAttempts} AND tki_years >= 5`,
    ),
    'relapsers who regain MMR': await share('regained', regained),
    'AP or BP by 12 months': await by(progression("'AP', 'BP'", 'incident'), year),
    'BP by 15 years': await by(progression("'BP'", 'all'), 15 * year),
  };
}
