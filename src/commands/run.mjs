// Runs one command of this folder through Vite, so that Node programs share the app's
// TypeScript, path aliases and `.sql?raw` imports: `node src/commands/run.mjs serve --port 4173`.
import { runnerImport } from 'vite';

const [name, ...args] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name ?? '')) {
  process.stderr.write(
    'usage: npm run <command> -- [options]; the commands are the scripts of package.json\n',
  );
  process.exit(2);
}
const { module } = await runnerImport(`./src/commands/${name}/main.ts`, {
  logLevel: 'error',
  resolve: { tsconfigPaths: true },
});
process.exitCode = (await module.main(args)) ?? 0;
