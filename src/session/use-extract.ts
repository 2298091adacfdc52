import type { AppError } from '@core/base/app-error';
import type { ExtractTableName } from '@core/domain/extract-tables';
import type { SampleUse } from '@core/domain/sample-standing';
import type { Engine, LayeredEngine } from '@data/engine/engine';
import type { LoadProgress } from '@data/extract/load-table';
import { presentTables } from '@data/queries/derived/present-tables';
import { engineUnder } from '@data/queries/derived/validated-samples';
import { createContext, useContext, useMemo } from 'react';
import type { OpenExtract } from './open-extract';
import { useUrlChoice } from './use-url';

/** The extract that every screen asks: one engine, one identity. */
export interface CurrentExtract extends OpenExtract {
  /** Differs for every opening, also of the same files: answers of one never pass for answers of the other. */
  readonly key: number;
  /** The same for every opening of the same files: what left of them in this session is looked at together. */
  readonly content: string;
  readonly has: (table: ExtractTableName) => boolean;
}

/** The extract as the screens ask it: under the use of the samples that the address chose. */
export interface AskedExtract extends Omit<CurrentExtract, 'engine'> {
  readonly engine: Engine;
  readonly samples: SampleUse;
  /** What asks of all samples, whatever is chosen. */
  readonly allSamples: LayeredEngine;
}

/** An opening under way; `null` progress while the engine starts. */
export interface Opening {
  readonly progress: LoadProgress | null;
  readonly demonstration: boolean;
  /** The ways out of the page are being tried, before data that may be real are read. */
  readonly isSelfChecking: boolean;
}

export interface ExtractSession {
  readonly extract: CurrentExtract | null;
  readonly opening: Opening | null;
  /** Why the last opening ended without an extract; the one that was open stays. */
  readonly failure: AppError | null;
  /** The files of a file or folder picker. */
  readonly openChosen: (files: readonly File[]) => void;
  /** The files and folders of a drop; to be called inside its event. */
  readonly openDropped: (transfer: DataTransfer) => void;
  readonly openDemonstration: () => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  /** Ends the opening under way and the engine; nothing is open afterwards. */
  readonly stop: () => Promise<void>;
}

export const ExtractContext = createContext<ExtractSession | null>(null);

export function useExtractSession(): ExtractSession {
  const session = useContext(ExtractContext);
  if (session === null) throw new Error('useExtractSession needs an ExtractProvider above it');
  return session;
}

/** The open extract, on a screen that is only shown when there is one. */
export function useExtract(): AskedExtract {
  const { extract } = useExtractSession();
  if (extract === null) throw new Error('useExtract needs an open extract');
  const [samples = 'unrejected'] = useUrlChoice('samples');
  return useMemo(() => {
    const { engine, tables } = extract;
    return {
      ...extract,
      samples,
      allSamples: engine,
      engine: engineUnder(samples, engine, presentTables(tables)),
    };
  }, [extract, samples]);
}
