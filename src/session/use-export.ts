import { type CurvesOfCohort, curvesTable } from '@core/analyses/curves-table';
import type { EndpointTable } from '@core/analyses/endpoint-survival';
import {
  type ExportedAnalysis,
  type ExportManifest,
  type ExportSource,
  exportManifestJson,
} from '@core/analyses/export-manifest';
import type { ExportOutcome, ExportRefusal } from '@core/analyses/export-outcome';
import { byCohorts } from '@core/analyses/group-variable';
import { type GroupMember, memberSets } from '@core/analyses/patient-turnover';
import { type ReleasedEndpoint, releasedEndpoint, releasedNumbers } from '@core/analyses/released-endpoint';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { fromReleased, type Released } from '@core/disclosure/released';
import type { Engine } from '@data/engine/engine';
import { manifestName } from '@data/extract/export-bundle';
import { followedPatients } from '@data/queries/followed-patients';
import { groupMembers, type MemberGroup } from '@data/queries/group-members';
import { useCallback, useMemo } from 'react';
import { application } from './application';
import { differsTooLittle, inTurn, noteExport } from './export-ledger';
import { saveBundle } from './save-file';
import { auditedTable, type ExportWatch } from './session-audit';
import { useExtract } from './use-extract';
import { usePolicy } from './use-policy';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A figure that is to leave. */
export interface FigureExport {
  readonly title: string;
  readonly cohort: CohortDefinition;
  /** The cohort in one line. */
  readonly cohortText: string;
  readonly table: EndpointTable;
  readonly analysis: ExportedAnalysis;
  /** The files of the bundle besides its manifest. */
  readonly files: (
    released: Released<ReleasedEndpoint>,
    policy: DisclosurePolicy,
  ) => Promise<Released<Files>>;
  /** Why curves were left out, in words. */
  readonly leftOut: (released: ReleasedEndpoint) => readonly string[];
}

/** The patients of a cohort and of its groups, and whether a file of them would tell of a few beside an earlier one. */
export interface Differencing {
  readonly sets: readonly Uint32Array[];
  /** Which extract they are of. */
  readonly extract: string;
  readonly tellsOfFew: boolean;
}

/** Looks for the patients of a cohort before a file of their numbers is made. */
export function useDifferencing(): (
  cohort: CohortDefinition,
  policy: DisclosurePolicy,
  asked: { readonly signal: AbortSignal; readonly groupBy?: MemberGroup | null },
) => Promise<Differencing> {
  const { engine, content } = useExtract();
  return useCallback(
    async (cohort, policy, { signal, groupBy = null }) => {
      const members = await groupMembers.ask(engine, { cohort, groupBy }, { signal });
      const sets = memberSets(members, policy.threshold);
      return { sets, extract: content, tellsOfFew: differsTooLittle(sets, content, policy) };
    },
    [engine, content],
  );
}

/** On what exports are made now. */
export function useExportSource(): ExportSource {
  const { contract, manifest, fingerprint } = useExtract();
  const { hash } = usePolicy();
  return useMemo(
    () => ({
      application,
      contract: `${contract.id} ${contract.version}`,
      extract: manifest?.extract_id ?? null,
      fingerprint,
      policyHash: hash,
    }),
    [contract, manifest, fingerprint, hash],
  );
}

/** Makes the export of a figure and hands it to the downloads; to be called inside a press of a button. */
export function useExport(): (figure: FigureExport, watch: ExportWatch) => Promise<ExportOutcome> {
  const extract = useExtract();
  const { policy } = usePolicy();
  const source = useExportSource();
  const differencing = useDifferencing();
  const make = useCallback(
    async (figure: FigureExport, watch: ExportWatch): Promise<ExportOutcome> => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const { title, cohort, cohortText, table, analysis } = figure;
      const { endpoint, by, cohorts = [], interval } = analysis;
      const followed = await followedPatients.ask(extract.engine, { endpoint, cohorts }, watch);
      const released = releasedEndpoint(table, { interval, level: 0.95 }, policy, followed);
      const leftOut = figure.leftOut(released);
      const told = cohorts.filter(({ name }) => released.survival.curves.some(({ level }) => level === name));
      const found: Differencing[] = [];
      if (by === byCohorts) for (const one of told) found.push(await differencing(one.cohort, policy, watch));
      else found.push(await differencing(cohort, policy, { ...watch, groupBy: by }));
      const sets = found.flatMap((one) => one.sets);
      const levels = released.survival.curves.map(({ level }) => level);
      const onCurves =
        by === byCohorts
          ? found.flatMap(({ sets: [all = new Uint32Array()] }, k) => {
              const at = cohorts.findIndex(({ name }) => name === told[k]?.name);
              return [{ cohort: all, curves: [followed[at] ?? new Uint32Array()] }];
            })
          : [await curvesOf(extract.engine, { cohort, endpoint, by, levels }, watch)];
      const { left, refusal: beside } = await auditedTable(
        curvesTable(onCurves, policy),
        { extract: extract.content, policy },
        watch,
      );
      const refusal: ExportRefusal | null =
        levels.length === 0
          ? 'no-curve'
          : found.some(({ tellsOfFew }) => tellsOfFew)
            ? 'differencing'
            : beside;
      const entry = { title, cohort: cohortText, refusal, leftOut };
      if (refusal !== null) {
        noteExport({ ...entry, files: [] }, extract.content, null);
        return { refusal, leftOut, files: 0 };
      }
      const made = await figure.files(released, policy);
      watch.signal.throwIfAborted();
      const files = saveExportBundle(title, made, releasedNumbers(released), {
        source,
        policy,
        cohort: { name: null, cohort },
        analysis,
      });
      noteExport({ ...entry, files }, extract.content, sets, [], left);
      return { refusal, leftOut, files: files.length };
    },
    [extract, policy, source, differencing],
  );
  return useCallback((figure, watch) => inTurn(() => make(figure, watch), watch.signal), [make]);
}

/** Who is on each curve of a cohort. */
async function curvesOf(
  engine: Engine,
  {
    cohort,
    endpoint,
    by,
    levels,
  }: Pick<ExportedAnalysis, 'endpoint'> & {
    readonly cohort: CohortDefinition;
    readonly by: MemberGroup | null;
    readonly levels: readonly string[];
  },
  options: { readonly signal: AbortSignal },
): Promise<CurvesOfCohort> {
  const members = await groupMembers.ask(engine, { cohort, groupBy: by }, options);
  const [followed = new Uint32Array()] = await followedPatients.ask(
    engine,
    { endpoint, cohorts: [{ cohort }] },
    options,
  );
  const isFollowed = new Set(followed);
  const keysOf = (some: readonly GroupMember[]) => Uint32Array.from(some, ({ key }) => key);
  return {
    cohort: keysOf(members),
    curves: levels.map((level) =>
      keysOf(members.filter((one) => isFollowed.has(one.key) && (by === null || one.level === level))),
    ),
  };
}

/** Hands the files of an export to the downloads as one bundle, with the manifest by which they can be replayed: their names. */
export function saveExportBundle(
  title: string,
  files: Released<Files>,
  numbers: Released<object>,
  manifest: Omit<ExportManifest, 'results'>,
): readonly string[] {
  const json = fromReleased(numbers, (results) => exportManifestJson({ ...manifest, results }));
  const bundle = fromReleased(files, (made) => ({
    ...made,
    [manifestName]: `${JSON.stringify(json, null, 2)}\n`,
  }));
  saveBundle(bundleName(title), bundle);
  return Object.keys(bundle);
}

/** The name says that somebody has to check the file before it leaves. */
export const bundleName = (title: string) => `EXPORT-A-VALIDER_${title}`;
export const controlName = (title: string): string => `CONTROLE-RESTE-DANS-L-HOPITAL_${title}`;
