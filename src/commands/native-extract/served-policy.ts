import { readFileSync } from 'node:fs';
import { type DisclosurePolicy, readPolicy } from '@core/disclosure/policy';

const path = 'public/policy/disclosure.json';

/** The policy of disclosure that is served with the app. @throws Error where it is wrong, with the path of the fault */
export function servedPolicy(): DisclosurePolicy {
  const read = readPolicy(JSON.parse(readFileSync(path, 'utf8')));
  if (read.kind === 'fault') throw new Error(`${path}: ${read.path}: expected ${read.expected}`);
  return read.policy;
}
