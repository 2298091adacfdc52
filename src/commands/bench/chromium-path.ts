import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser of tests and benchmarks: CHROMIUM_PATH, or the first Chromium or Chrome on the PATH.
 *
 * @throws with the command that installs one
 */
export function chromiumPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  const found = candidates.find((path) => path !== '' && isExecutable(path));
  if (found === undefined) {
    throw new Error(
      'Chromium is needed and was not found. Install it with\n\n' +
        '    apt-get install -y chromium\n\n' +
        'or name one: CHROMIUM_PATH=/path/to/chrome, then again',
    );
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
