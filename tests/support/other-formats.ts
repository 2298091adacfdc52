import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { initSync, readParquet } from 'parquet-wasm/esm';

let decoderReady = false;

/** The tables of an extract folder written by the generator: one Parquet file each. */
async function parquetFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.parquet')).sort();
}

/**
 * Writes an extract again as Parquet with other options and without a manifest: GZIP, small row groups, old-style
 * dictionaries, and `molecular` in part files.
 */
export async function writeOtherParquet(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const name of await parquetFiles(from)) {
    const source = `read_parquet('${join(from, name)}')`;
    if (name === 'molecular.parquet') {
      await mkdir(join(to, 'molecular'), { recursive: true });
      const [row] = (
        await connection.runAndReadAll(`select count(*)::integer as n from ${source}`)
      ).getRowObjectsJS();
      const part = Math.ceil(Number(row?.n) / 3);
      for (let index = 0; index < 3; index++) {
        await connection.run(
          `copy (select * from ${source} limit ${part} offset ${index * part})
           to '${join(to, 'molecular', `part-${index}.parquet`)}' (format parquet, compression gzip, row_group_size 2048)`,
        );
      }
    } else {
      await mkdir(to, { recursive: true });
      await connection.run(
        `copy (select * from ${source}) to '${join(to, name)}' (format parquet, compression zstd, row_group_size 2048, parquet_version v2)`,
      );
    }
  }
  connection.closeSync();
}

/** Writes an extract again as Arrow IPC: files for most tables, streams for two of them; without a manifest. */
export async function writeArrow(from: string, to: string): Promise<void> {
  if (!decoderReady) {
    const path = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
    initSync({ module: readFileSync(path) });
    decoderReady = true;
  }
  await mkdir(to, { recursive: true });
  for (const name of await parquetFiles(from)) {
    const table = tableFromIPC(readParquet(readFileSync(join(from, name))).intoIPCStream());
    const stem = name.replace('.parquet', '');
    const stream = stem === 'molecular' || stem === 'patient';
    await writeFile(
      join(to, `${stem}.${stream ? 'arrows' : 'arrow'}`),
      tableToIPC(table, stream ? 'stream' : 'file'),
    );
  }
}
