import { writeGenerated } from '@commands/generated-files/write-generated';
import { readLibrary } from './read-library';
import { renderLibrary } from './render-library';

export const libraryPath = 'src/LIBRARY.md';

/** `npm run library`: writes the reference of the library from its doc blocks; `--check` only compares. */
export async function main(args: string[]): Promise<number> {
  return writeGenerated(
    [{ path: libraryPath, text: renderLibrary(readLibrary()) }],
    { source: 'the doc blocks of what src/index.ts exports', command: 'npm run library' },
    args,
  );
}
