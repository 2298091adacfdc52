import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { drift } from './drift';
import { hasR, recompute } from './recompute';

const usage = `npm run reference -- [--method NAME] [--root tests/reference]
Recomputes the committed reference cases of every method with R (each folder's make.R) and fails when a value
has drifted beyond its method's tolerance. Without R nothing can be recomputed, and it says so.`;

/** Recomputes the reference cases where R is present; exit code 1 on drift. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      method: { type: 'string' },
      root: { type: 'string', default: 'tests/reference' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const root = resolve(values.root);
  const methods = readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'make.R')))
    .filter((name) => values.method === undefined || name === values.method);
  if (methods.length === 0) {
    process.stderr.write(`there is no method to recompute in ${values.root}\n`);
    return 2;
  }
  if (!(await hasR())) {
    process.stdout.write(
      'Rscript is not here: nothing was recomputed (apt-get install r-base-core r-cran-survival r-cran-cmprsk)\n',
    );
    return 0;
  }
  let failed = 0;
  for (const method of methods) {
    const committed = JSON.parse(readFileSync(join(root, method, 'cases.json'), 'utf8')) as {
      readonly cases: unknown;
      readonly tolerance: number;
    };
    try {
      const { cases, largest, at } = drift(
        committed,
        (await recompute(join(root, method))) as { cases: unknown },
      );
      const agrees = largest <= committed.tolerance;
      if (!agrees) failed += 1;
      const where = at === '' ? '' : ` at ${at}`;
      process.stdout.write(
        `${agrees ? 'same ' : 'DRIFT'} ${method}: ${cases} cases, largest ${largest}${where}\n`,
      );
    } catch (failure) {
      failed += 1;
      const words = failure instanceof Error ? failure.message : String(failure);
      process.stdout.write(`FAILED ${method}: ${words}\n`);
    }
  }
  return failed === 0 ? 0 : 1;
}
