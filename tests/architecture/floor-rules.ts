import { matches, roomOf, rowOf } from './house-table';
import { readModule } from './read-module';
import type { SourceFile } from './source-files';

const aliases = ['core', 'data', 'session', 'language', 'view', 'features', 'app', 'commands'];

/** Every import that the table of the house forbids, one instructing line each. */
export function floorViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(path);
    const row = room === undefined ? undefined : rowOf(room);
    if (room === undefined || row === undefined) {
      return [`src/${path} lies in no room; move it into a folder of src/README.md`];
    }
    return readModule(path, text).imports.flatMap(({ source, line }) => {
      const at = `src/${path}:${line}`;
      const name = source.split('?', 1)[0] ?? source;
      if (source === '(computed)')
        return [`${at} imports a computed name; write the name out, so that it can be judged`];
      if (name.startsWith('@tests/')) return [`${at} imports ${source}; src never imports tests`];
      if (name.startsWith('.')) {
        const target = resolve(path, name);
        if (target === undefined)
          return [`${at} imports ${source}, outside of src; move what it needs into a room`];
        return roomOf(target) === room
          ? []
          : [`${at} reaches ${source} in another room; import it as @${target}`];
      }
      const floor = aliases.find((alias) => name.startsWith(`@${alias}/`));
      if (floor === undefined) {
        return matches(name, row.packages)
          ? []
          : [`${at} imports ${name}; ${room} may import ${row.packages.join(', ') || 'no package'}`];
      }
      const target = roomOf(`${name.slice(1)}/`);
      if (target === undefined) return [`${at} imports ${name}, which lies in no room of src/README.md`];
      return target === room || matches(target, row.rooms)
        ? []
        : [`${at} imports ${name}; ${room} may import ${row.rooms.join(', ') || 'no other room'}`];
    });
  });
}

/** The path below `src` that a relative import means, `undefined` above it. */
function resolve(from: string, relative: string): string | undefined {
  const folders = from.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..') {
      if (folders.pop() === undefined) return undefined;
    } else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
