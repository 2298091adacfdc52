import { readFileSync } from 'node:fs';
import { readCommandLine } from '@commands/command-line/read-command-line';
import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { servedPolicy } from '@commands/native-extract/served-policy';
import { AppError } from '@core/base/app-error';
import type { CohortFile } from '@core/cohort/read-cohort';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { extractContract } from '@data/contracts/extract-contract';
import { fingerprint } from '@data/extract/verify-file';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { presentTables } from '@data/queries/derived/present-tables';
import { engineUnder } from '@data/queries/derived/validated-samples';
import { type AnalyseOptions, readAnalyseOptions, usage } from './analyse-options';
import type { AskedAnalysis } from './analysis';
import { exactAnswers, nothingPrinted, releasedAnswers } from './cohort-answers';
import { plainJson } from './plain-json';
import { readAnalysesFile } from './read-analyses-file';
import { readCohortFile } from './read-cohort-file';

const memoryLimit = '8GB';

/** `npm run --silent analyse`: runs cohorts on an extract without a browser and prints JSON. */
export async function main(args: string[]): Promise<number> {
  const options = readCommandLine(args, readAnalyseOptions, usage);
  if (typeof options === 'number') return options;
  // Before the extract is opened, which may take minutes.
  const cohorts = options.files.map(readCohortFile);
  const analyses = options.analyses === null ? null : readAnalysesFile(options.analyses);
  const faults = [...cohorts, ...(analyses === null ? [] : [analyses])].flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    return 1;
  }
  const read = cohorts.flatMap(({ path, value: file }) => (file === null ? [] : [{ path, file }]));
  try {
    console.log(JSON.stringify(await analyse(options, read, analyses?.value ?? []), plainJson, 2));
    return 0;
  } catch (error) {
    console.error(`--extract ${options.extract}: ${failureText(error)}`);
    return 1;
  }
}

async function analyse(
  { extract, facts, released: leaves, samples }: AnalyseOptions,
  cohorts: readonly { readonly path: string; readonly file: CohortFile }[],
  analyses: readonly AskedAnalysis[],
): Promise<object> {
  const released = leaves ? servedPolicy() : null;
  const {
    engine: allSamples,
    tables,
    manifest,
  } = await openNativeExtract(extract, extractContract, { memoryLimit });
  try {
    const present = presentTables(tables);
    if (samples === 'unrejected') await deriveTables(allSamples, { present });
    const engine = engineUnder(samples, allSamples, present);
    const answers: object[] = [];
    const printed = nothingPrinted();
    for (const { path, file } of cohorts) {
      const answer = await (released === null
        ? exactAnswers(engine, file, facts)
        : releasedAnswers(engine, file, { facts, policy: released }, printed));
      const analysed: object[] = [];
      for (const { name, choices, run } of analyses) {
        analysed.push({ analysis: name, ...choices, answer: await run(engine, file.cohort) });
      }
      answers.push({ file: path, ...answer, ...(analyses.length === 0 ? {} : { analyses: analysed }) });
    }
    return {
      ...(released === null ? exactNote : releasedNote(released)),
      application: applicationOf(readFileSync('package.json', 'utf8')),
      extract: {
        id: manifest?.extract_id ?? null,
        created: manifest?.created ?? null,
        synthetic: manifest?.synthetic ?? null,
        fingerprint: await fingerprint(tables.flatMap((table) => table.checksums)),
        contract: { id: extractContract.id, version: extractContract.version },
        tables: [...present],
      },
      samples,
      cohorts: answers,
    };
  } finally {
    await allSamples.close();
  }
}

const exactNote = {
  exact: true,
  leaves: false,
  note: 'Exact counts of patients, for use inside the hospital. For counts that may leave it, use --released.',
};

const releasedNote = (policy: DisclosurePolicy) => ({
  exact: false,
  leaves: true,
  note: `Counts from 1 to ${policy.threshold - 1} are masked, others rounded to ${policy.roundTo}.`,
  policy,
});

function applicationOf(manifest: string): object {
  const { name, version } = JSON.parse(manifest) as { readonly name: string; readonly version: string };
  return { name, version };
}

/** The code of a failure with its details: names and counts, never a value of a patient. */
function failureText(error: unknown): string {
  if (error instanceof AppError) {
    const details = Object.entries(error.details).map(([name, value]) => `${name} ${value}`);
    return [error.code, ...details].join(', ');
  }
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'no such folder' : `failed (${code ?? String(error)})`;
}
