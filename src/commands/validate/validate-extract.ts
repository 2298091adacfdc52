import { type BegunExtract, beginNativeExtract } from '@commands/native-extract/open-native-extract';
import { type RuleFinding, ruleFindings } from '@core/analyses/quality-report';
import { AppError } from '@core/base/app-error';
import type { RowRule } from '@data/contracts/contract';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import { type ExtractWarning, extractWarnings } from '@data/extract/extract-warning';
import type { LoadedTable } from '@data/extract/load-table';
import { presentTables } from '@data/queries/derived/present-tables';
import { checkRules, refuseErrors } from '@data/queries/quality/check-rules';

/** What is to be said of an extract, whether it opens or not. */
export interface Validation {
  readonly contract: { readonly id: string; readonly version: string };
  readonly extractId: string | null;
  /** Everything that refuses the extract; empty when the page opens it. */
  readonly failures: readonly AppError[];
  /** What could not be checked, or was not read. */
  readonly notes: readonly ExtractWarning[];
  readonly tables: readonly LoadedTable[];
  /** Empty when a table could not be loaded: rules are about whole extracts. */
  readonly findings: readonly RuleFinding<RowRule>[];
  readonly patients: number | null;
  /** Patients with a row that breaks a rule of severity `warning`. */
  readonly warned: number | null;
}

const memoryLimit = '8GB';

/**
 * Opens an extract as the page does, but goes on after what would refuse it: as many faults as can be found at once.
 * Without its patients nothing else of an extract can be judged.
 */
export async function validateExtract(folder: string): Promise<Validation> {
  const { id, version } = extractContract;
  const nothing = { contract: { id, version }, extractId: null, notes: [], tables: [], findings: [] };
  let begun: BegunExtract;
  try {
    begun = await beginNativeExtract(folder, extractContract, { memoryLimit });
  } catch (error) {
    return { ...nothing, failures: [known(error)], patients: null, warned: null };
  }
  const { engine, manifest, plan } = begun;
  const opened = { ...nothing, extractId: manifest?.extract_id ?? null };
  try {
    const { tables, failures } = await loadAll(begun);
    const notes = extractWarnings(manifest, tables, plan.leftOut);
    if (failures.length > 0) return { ...opened, failures, notes, tables, patients: null, warned: null };
    const quality = await checkRules(engine, { present: presentTables(tables) });
    const refusal = failureOf(() => refuseErrors(quality));
    return {
      ...opened,
      failures: refusal === null ? [] : [refusal],
      notes,
      tables,
      findings: ruleFindings(qualityRules, quality),
      patients: quality.patients,
      warned: quality.warned,
    };
  } finally {
    await engine.close();
  }
}

async function loadAll({ plan, load }: BegunExtract) {
  const tables: LoadedTable[] = [];
  const failures: AppError[] = [];
  for (const planned of plan.tables) {
    const before = failures.length;
    try {
      tables.push(await load(planned, { onBroken: (failure) => failures.push(failure) }));
    } catch (error) {
      const failure = known(error);
      if (failures.length === before) failures.push(failure);
      if (planned.table.name === 'patient') break;
    }
  }
  return { tables, failures };
}

function failureOf(work: () => void): AppError | null {
  try {
    work();
    return null;
  } catch (error) {
    return known(error);
  }
}

/** @throws whatever has no code: it is no fault of the extract */
function known(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}
