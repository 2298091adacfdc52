import { parseArgs } from 'node:util';

import { buildApp } from './build-app';

/** Builds the dashboard into `dist`, with compressed copies; does nothing when it is built already. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { force: { type: 'boolean', default: false } } });
  const started = performance.now();
  const { built, precompressed } = await buildApp(values);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    built
      ? `Built dist in ${seconds} s; ${precompressed?.files ?? 0} compressed copies, ${precompressed?.reused ?? 0} of them kept from before.`
      : 'dist is up to date.',
  );
  return 0;
}
