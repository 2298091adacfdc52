import { parseArgs } from 'node:util';
import { chartedFacts } from '@core/cohort/charted-facts';
import { type FactId, factIds, isFactId } from '@core/cohort/fact-vocabulary';
import { type SampleUse, sampleUses } from '@core/domain/sample-standing';

export interface AnalyseOptions {
  readonly extract: string;
  readonly files: readonly string[];
  readonly facts: readonly FactId[];
  readonly released: boolean;
  readonly samples: SampleUse;
  /** A file of analyses, run on every cohort. */
  readonly analyses: string | null;
}

export const usage = `npm run --silent analyse -- --extract DIR [--facts a,b,c | --facts all] [--released] [--samples validated] [--analyses FILE.json] FILE.json ...
  --extract DIR   folder of an extract: Parquet files, with or without a manifest.json
  --facts LIST    facts that are counted and stand in Table 1; those of the explorer when left out, every one for "all"
  --released      attrition and Table 1 as disclosure control lets them leave: masked under 11, rounded to 5; null with a reason
                  (attritionRefused, tableOneRefused) where beside what the run printed before they would tell of a few
  --samples USE   unrejected (default): all samples but those that the central check rejected; validated: those alone that it
                  validated, the pending ones being not known
  --analyses FILE also run these on every cohort: {"format": "cml-analyses", "version": 1, "analyses": [{"analysis":
                  "molecular-response"}, {"analysis": "endpoint", "preset": "euro-ski-mrfs", "by": "elts"}, {"analysis":
                  "model", "preset": "overall-survival", "covariates": ["age", "sex:M"], "profile": ["age:60", "sex:F"]}]};
                  curves by "cohorts" take a list "cohorts" of them, each with a name
  FILE.json       a cohort as the dashboard saves it; its schema is public/schemas/cml-cohort-1.schema.json
Prints one JSON document with the attrition, the counts and Table 1 (cohort beside the rest) of each cohort, by the same
code as the page. Without
--released the counts are exact: they are for use inside the hospital. A fault goes to standard error with its place in
the file, and nothing is printed; exit code 1. A command line that cannot be read is exit code 2.`;

/**
 * Reads the command line.
 *
 * @returns `null` when help is asked for
 * @throws RangeError or TypeError that names the option
 */
export function readAnalyseOptions(args: readonly string[]): AnalyseOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      extract: { type: 'string' },
      facts: { type: 'string' },
      released: { type: 'boolean', default: false },
      samples: { type: 'string', default: 'unrejected' },
      analyses: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (values.extract === undefined) throw new RangeError('--extract DIR is missing');
  if (positionals.length === 0) throw new RangeError('no cohort: name at least one FILE.json');
  if (values.released && values.analyses !== undefined) {
    throw new RangeError('--analyses prints exact numbers: it cannot be combined with --released');
  }
  const samples = sampleUses.find((use) => use === values.samples);
  if (samples === undefined) throw new RangeError(`--samples must be one of ${sampleUses.join(', ')}`);
  return {
    extract: values.extract,
    samples,
    files: positionals,
    facts: factsOf(values.facts),
    released: values.released,
    analyses: values.analyses ?? null,
  };
}

function factsOf(text: string | undefined): readonly FactId[] {
  if (text === undefined) return chartedFacts;
  if (text === 'all') return factIds;
  const names = text.split(',');
  if (!names.every(isFactId)) throw new RangeError(`--facts must be some of ${factIds.join(', ')}, or all`);
  return [...new Set(names)];
}
