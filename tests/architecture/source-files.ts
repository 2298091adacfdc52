import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file below `src`, its path written from there with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The files of `src` whose names end so. */
export function sourceFiles(...endings: readonly string[]): readonly SourceFile[] {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: path.split('\\').join('/').slice('src/'.length),
      text: readFileSync(path, 'utf8'),
    }));
}
