import type { ExtractProfile } from '@core/analyses/extract-profile';
import type { Engine } from '@data/engine/engine';
import { presentTables } from '@data/queries/derived/present-tables';
import { extractProfile } from '@data/queries/quality/extract-profile';
import { useCallback } from 'react';
import type { OpenExtract } from './open-extract';
import { type BesideReading, useBesideExtract } from './use-beside-extract';
import { useExtract } from './use-extract';
import { useCohort } from './use-url';
import { useWorkspace } from './use-workspace';

/** Two extracts in numbers. */
export interface ExtractComparison {
  readonly before: ExtractProfile;
  readonly after: ExtractProfile;
}

export interface EarlierExtract {
  readonly reading: BesideReading;
  /** The last one made of the open extract. */
  readonly comparison: ExtractComparison | null;
  readonly compare: (files: readonly File[]) => void;
  readonly cancel: () => void;
}

const comparisons = new WeakMap<Engine, ExtractComparison>();

/** Takes the numbers of an earlier extract beside those of the open one: nothing but the numbers stays. */
export function useEarlierExtract(): EarlierExtract {
  const { allSamples, tables, manifest } = useExtract();
  const { cohort } = useCohort();
  const { workspace } = useWorkspace();
  const { reading, ask, cancel } = useBesideExtract();
  const compare = useCallback(
    (files: readonly File[]) => {
      const cohorts = [
        { name: null, cohort },
        ...workspace.cohorts.map(({ name, cohort: named }) => ({ name, cohort: named })),
      ];
      const profileOf = (
        engine: Engine,
        extract: Pick<OpenExtract, 'tables' | 'manifest'>,
        options: { readonly signal: AbortSignal },
      ) =>
        extractProfile(
          engine,
          { present: presentTables(extract.tables), manifest: extract.manifest, cohorts },
          options,
        );
      ask(
        files,
        async (earlier, options): Promise<ExtractComparison> => ({
          before: await profileOf(earlier.engine, earlier, options),
          after: await profileOf(allSamples, { tables, manifest }, options),
        }),
        (comparison) => comparisons.set(allSamples, comparison),
      );
    },
    [allSamples, tables, manifest, cohort, workspace, ask],
  );
  return { reading, comparison: comparisons.get(allSamples) ?? null, compare, cancel };
}
