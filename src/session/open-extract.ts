import { AppError } from '@core/base/app-error';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import type { Engine, LayeredEngine } from '@data/engine/engine';
import { startWasmEngine, type WasmEngine } from '@data/engine/wasm-engine';
import type { Decoder } from '@data/extract/decoder';
import type { ExtractSource } from '@data/extract/extract-file';
import { type ExtractWarning, extractWarnings } from '@data/extract/extract-warning';
import { extractFailure } from '@data/extract/failure-code';
import { type LoadedTable, type LoadProgress, loadTable } from '@data/extract/load-table';
import { checkContract, type Manifest, readManifest } from '@data/extract/manifest';
import { planExtract } from '@data/extract/plan-extract';
import { ReadAhead } from '@data/extract/read-ahead';
import { stageDecoded } from '@data/extract/stage-file';
import { fingerprint } from '@data/extract/verify-file';
import { startDecoder } from '@data/extract/worker-decoder';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { presentTables } from '@data/queries/derived/present-tables';
import { prepareIngest } from '@data/queries/ingest/ingest-table';
import { checkRules, refuseErrors } from '@data/queries/quality/check-rules';

/** An extract that stands complete and checked in its own engine. */
export interface OpenExtract {
  readonly engine: LayeredEngine;
  readonly contract: { readonly id: string; readonly version: string };
  /** Every table of the contract, in its order, the absent ones too. */
  readonly tables: readonly LoadedTable[];
  readonly manifest: Manifest | null;
  /** What the manifest claims; `null` without a manifest: nobody said. */
  readonly synthetic: boolean | null;
  /** SHA-256 over the checksums of all files; `null` where the browser cannot compute it. */
  readonly fingerprint: string | null;
  readonly warnings: readonly ExtractWarning[];
}

/** Where the opening stands: one event per table, file and batch. */
export type OpenProgress = LoadProgress;

export interface OpenExtractOptions {
  readonly startEngine?: () => Promise<WasmEngine>;
  readonly decode?: () => Decoder;
  readonly onProgress?: (progress: OpenProgress) => void;
  readonly signal?: AbortSignal;
  /** Asked when it is known what the manifest claims, before any table is read; what it rejects with ends the opening. */
  readonly admit?: (claim: ExtractClaim) => Promise<void>;
}

/** What is known of an extract before its tables are read, and the engine that waits for them. */
export interface ExtractClaim {
  /** What the manifest claims; `null` without a manifest. */
  readonly synthetic: boolean | null;
  readonly engine: Promise<Engine>;
}

/**
 * Opens an extract, all or nothing: a new engine, a manifest if there is one, a plan of which file is which table,
 * then table by table, and at last the facts per patient that every screen asks for. The extract that was open is not
 * touched; the caller swaps it when this one stands.
 *
 * @throws AppError with a `FailureCode`; the new engine and the decoder are gone by then
 */
export async function openExtract(
  source: ExtractSource,
  options: OpenExtractOptions = {},
): Promise<OpenExtract> {
  const { startEngine = startWasmEngine, decode = startDecoder, onProgress, signal, admit } = options;
  const starting = startEngine();
  starting.catch(() => undefined);
  const decoder = decode();
  try {
    return await Promise.race([aborted(signal), open()]);
  } catch (error) {
    starting.then((engine) => engine.close()).catch(() => undefined);
    throw signal?.aborted ? extractFailure('cancelled') : named(error);
  } finally {
    decoder.close();
  }

  async function open(): Promise<OpenExtract> {
    const files = await source.files(signal);
    const manifest = await readManifest(files);
    if (manifest !== null) checkContract(manifest.content, extractContract);
    await admit?.({ synthetic: manifest?.content.synthetic ?? null, engine: starting });
    const plan = planExtract(files, extractContract, manifest);

    const ahead = new ReadAhead(plan.tables, decoder, signal);
    const engine = await starting;
    const stageFile = stageDecoded(engine, ahead);
    await prepareIngest(engine, extractContract);
    const tables: LoadedTable[] = [];
    for (const planned of plan.tables) {
      tables.push(
        await loadTable(planned, { engine, contract: extractContract, stageFile, onProgress, signal }),
      );
    }
    onProgress?.(deriving(tables));
    const present = presentTables(tables);
    // Those that refuse an extract; what the others find is asked for when somebody wants to know.
    const rules = qualityRules.filter(({ severity }) => severity === 'error');
    refuseErrors(await checkRules(engine, { present, rules, ...(signal === undefined ? {} : { signal }) }));
    await deriveTables(engine, { present, ...(signal === undefined ? {} : { signal }) });

    const content = manifest?.content ?? null;
    return {
      engine,
      contract: { id: extractContract.id, version: extractContract.version },
      tables,
      manifest: content,
      synthetic: content?.synthetic ?? null,
      fingerprint: await fingerprint(tables.flatMap((table) => table.checksums)),
      warnings: extractWarnings(content, tables, plan.leftOut),
    };
  }
}

/** The facts per patient come last; the table named is the last one, so that the share done does not go back. */
function deriving(tables: readonly LoadedTable[]): OpenProgress {
  return { table: tables.at(-1)?.name ?? '', stage: 'deriving', filesDone: 1, filesTotal: 1, rows: 0 };
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Whatever comes without a code (a fault of ours, an engine error nobody named) still reaches the user as a panel. */
function named(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('engine-stopped', {}, { cause: error });
}
