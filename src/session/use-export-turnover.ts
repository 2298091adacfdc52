import type { ExportManifest } from '@core/analyses/export-manifest';
import type { ReleasedTurnover } from '@core/analyses/patient-turnover';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { exportTurnover } from '@data/queries/replay-export';
import { useCallback, useState } from 'react';
import { type BesideReading, useBesideExtract } from './use-beside-extract';
import { useExtract } from './use-extract';

/** Who entered and left the patients of an export since an earlier extract, and whether that is the one it was made on. */
export interface ExportTurnover {
  readonly turnover: Released<readonly ReleasedTurnover[]>;
  readonly isOfExport: boolean;
}

export interface TurnoverReading {
  readonly reading: BesideReading;
  readonly found: ExportTurnover | null;
  readonly compare: (files: readonly File[]) => void;
  readonly cancel: () => void;
}

/** Compares the patients of an export in an earlier extract and the open one: only counts that may leave stay. */
export function useExportTurnover(
  manifest: ExportManifest,
  policy: DisclosurePolicy | null,
): TurnoverReading {
  const { allSamples } = useExtract();
  const { reading, ask, cancel } = useBesideExtract();
  const [found, setFound] = useState<ExportTurnover | null>(null);
  const compare = useCallback(
    (files: readonly File[]) => {
      if (policy === null) return;
      setFound(null);
      ask(
        files,
        async (earlier, options): Promise<ExportTurnover> => ({
          turnover: await exportTurnover(earlier.engine, allSamples, manifest, policy, options),
          isOfExport:
            manifest.source.fingerprint !== null && earlier.fingerprint === manifest.source.fingerprint,
        }),
        setFound,
      );
    },
    [allSamples, manifest, policy, ask],
  );
  return { reading, found, compare, cancel };
}
