import { readCommandLine } from '@commands/command-line/read-command-line';
import { generateExtract } from './generate-extract';
import { readOptions, usage } from './generation-options';

/** `npm run generate`: writes a simulated extract of the registry, the demonstration by default. */
export async function main(args: string[]): Promise<number> {
  const options = readCommandLine(args, readOptions, usage);
  if (typeof options === 'number') return options;
  const started = Date.now();
  const files = await generateExtract(options, (done) => {
    if (done < options.patients) console.log(`${done} of ${options.patients} patients`);
  });
  for (const [name, parts] of files) {
    const rows = parts.reduce((sum, file) => sum + file.rows, 0);
    const bytes = parts.reduce((sum, file) => sum + file.bytes, 0);
    console.log(
      `${name.padEnd(24)}${String(rows).padStart(12)} rows ${(bytes / 1024).toFixed(0).padStart(9)} kB`,
    );
  }
  console.log(`wrote ${options.out} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return 0;
}
