import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import { extractContract } from '@data/contracts/extract-contract';
import { makeCentres } from './centres';
import { clearBuffers, createBuffers } from './extract-buffers';
import type { GenerationOptions } from './generation-options';
import { faultList, plantFaults } from './plant-faults';
import { RandomSource } from './random-source';
import { writeCentre } from './recording';
import { simulatePatient } from './simulate-patient';
import { openWriter, type WrittenFile, writeTables } from './write-extract';

/**
 * Simulates a registry and writes it as Parquet files with their manifest, one batch of patients in memory at a time.
 * The same options write the same bytes. Returns the files by table.
 */
export async function generateExtract(
  options: GenerationOptions,
  onBatch: (patientsDone: number) => void = () => {},
): Promise<ReadonlyMap<ExtractTableName, readonly WrittenFile[]>> {
  const { patients, seed, out, batch } = options;
  mkdirSync(out, { recursive: true });
  for (const name of extractTableNames) removeTable(out, name);
  const centres = makeCentres(options.centres, new RandomSource(seed, -1));
  const registry = {
    centres,
    centreSizes: centres.map(({ size }) => size),
    relapseProfile: options.relapseProfile,
  };
  const buffers = createBuffers();
  const connection = await openWriter();
  const files = new Map<ExtractTableName, WrittenFile[]>(extractTableNames.map((name) => [name, []]));
  const isSingle = patients <= batch;
  for (let from = 0, part = 0; from < patients; from += batch, part++) {
    clearBuffers(buffers);
    if (part === 0) for (const centre of centres) writeCentre(centre, buffers);
    const to = Math.min(patients, from + batch);
    for (let number = from + 1; number <= to; number++) {
      simulatePatient(number, registry, buffers, new RandomSource(seed, number));
    }
    const written = await writeTables(connection, buffers, out, isSingle ? null : part);
    for (const [name, file] of written) files.get(name)?.push(file);
    onBatch(to);
  }
  rmSync(join(out, faultList), { force: true });
  if (options.faults !== 'none') {
    const planted = await plantFaults(connection, out, options.faults);
    for (const [name, file] of planted.files) files.set(name, [file]);
    writeFileSync(join(out, faultList), `${JSON.stringify(planted.faults, null, 2)}\n`);
  }
  connection.closeSync();
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest(options, files), null, 2)}\n`);
  return files;
}

/** Takes away what an earlier run left, or a folder would hold the rows of two registries. */
function removeTable(out: string, name: ExtractTableName): void {
  rmSync(join(out, `${name}.parquet`), { force: true });
  if (!existsSync(join(out, name))) return;
  for (const file of readdirSync(join(out, name))) {
    if (/^part-\d+\.parquet$/.test(file)) rmSync(join(out, name, file));
  }
}

function manifest(options: GenerationOptions, files: ReadonlyMap<ExtractTableName, readonly WrittenFile[]>) {
  const { patients, centres, seed, relapseProfile, created } = options;
  return {
    extract_id: `demonstration-${relapseProfile}-${seed}-${patients}`,
    created,
    contract: { id: extractContract.id, version: extractContract.version },
    source: `Simulated registry: ${patients} patients in ${centres} centres, seed ${seed}, relapses after a stop as in the ${relapseProfile} profile. No real patient.${options.faults === 'none' ? '' : ' Rules of the contract are broken on purpose.'}`,
    synthetic: true,
    tables: extractTableNames.map((name) => ({ name, files: files.get(name) ?? [] })),
  };
}
