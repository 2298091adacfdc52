import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { extractDrift } from '@core/analyses/extract-drift';
import type { ExtractProfile } from '@core/analyses/extract-profile';
import { everyone } from '@core/cohort/cohort-definition';
import type { CohortFile } from '@core/cohort/read-cohort';
import type { DriftItem } from '@core/domain/drift-item';
import { extractContract } from '@data/contracts/extract-contract';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { presentTables } from '@data/queries/derived/present-tables';
import { extractProfile } from '@data/queries/quality/extract-profile';

/** What changed from one extract to another one. */
export interface ExtractComparison {
  readonly before: ExtractProfile;
  readonly after: ExtractProfile;
  readonly items: readonly DriftItem[];
}

const memoryLimit = '8GB';

/**
 * Opens two extracts, one after the other, and compares their numbers; the cohorts are all patients and those of the files.
 *
 * @throws AppError for an extract that the page would refuse
 */
export async function compareExtracts(
  earlier: string,
  later: string,
  files: readonly CohortFile[],
): Promise<ExtractComparison> {
  const cohorts = [{ name: null, cohort: everyone }, ...files];
  const profileOf = async (folder: string) => {
    const { engine, tables, manifest } = await openNativeExtract(folder, extractContract, { memoryLimit });
    try {
      const present = presentTables(tables);
      await deriveTables(engine, { present });
      const { signal } = new AbortController();
      return await extractProfile(engine, { present, manifest, cohorts }, { signal });
    } finally {
      await engine.close();
    }
  };
  const before = await profileOf(earlier);
  const after = await profileOf(later);
  return { before, after, items: extractDrift(before, after) };
}
