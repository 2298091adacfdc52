import { statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why a folder cannot be served as the extract that the dashboard opens on, or `null`. The page asks for its
 * `manifest.json`, in this spelling, and then for the files that it names: a page cannot list a folder.
 */
export function extractFolderFault(folder: string): string | null {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return 'no such folder.';
  if (statSync(join(folder, 'manifest.json'), { throwIfNoEntry: false })?.isFile() === true) return null;
  return (
    'this folder has no manifest.json. A served extract needs it, because a page cannot list a folder; ' +
    'without one, start the dashboard alone and drop the files on the page.'
  );
}
