import { readFileSync } from 'node:fs';
import { contractPath } from '@commands/contract/main';
import { parseDocument } from 'yaml';

type Path = readonly (string | number)[];

/** The contract as parsed, after `setIn` and `deleteIn` at the given paths: one planted fault per test. */
export function contractWith(changes: { set?: [Path, unknown]; remove?: Path }): unknown {
  const document = parseDocument(readFileSync(contractPath, 'utf8'));
  if (changes.set) document.setIn(changes.set[0], changes.set[1]);
  if (changes.remove) document.deleteIn(changes.remove);
  return document.toJS();
}
