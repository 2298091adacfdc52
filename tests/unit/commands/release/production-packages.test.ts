import {
  type LockFile,
  neededBy,
  productionPackages,
  readLockFile,
} from '@commands/release/production-packages';
import { describe, expect, it } from 'vitest';

const integrity = 'sha512-AAAA';
const lock: LockFile = {
  name: 'site',
  version: '1.0.0',
  packages: {
    '': { dependencies: { b: '1', '@scope/a': '1' } },
    'node_modules/b': { version: '1.0.0', integrity, license: 'MIT', dependencies: { c: '1' } },
    'node_modules/@scope/a': {
      version: '2.0.0',
      integrity,
      dependencies: { c: '2', absent: '1' },
      peerDependencies: { b: '1' },
    },
    'node_modules/@scope/a/node_modules/c': { version: '2.1.0', integrity, dependencies: { d: '1' } },
    'node_modules/c': { version: '1.1.0', integrity },
    'node_modules/d': { version: '1.0.0', integrity },
    'node_modules/b/node_modules/d': { version: '1.0.0', integrity },
    'node_modules/tool': { version: '9.0.0', integrity, dev: true },
  },
};

describe('the packages of the lock file', () => {
  it('are those of an installation without development, each version once, in order', () => {
    expect(productionPackages(lock).map(({ name, version }) => `${name}@${version}`)).toEqual([
      '@scope/a@2.0.0',
      'b@1.0.0',
      'c@1.1.0',
      'c@2.1.0',
      'd@1.0.0',
    ]);
  });

  it('need what Node would find: the nearest folder, peers too, and nothing that is not installed', () => {
    expect(neededBy('', lock.packages)).toEqual(['@scope/a@2.0.0', 'b@1.0.0']);
    expect(neededBy('node_modules/@scope/a', lock.packages)).toEqual(['b@1.0.0', 'c@2.1.0']);
    expect(neededBy('node_modules/b', lock.packages)).toEqual(['c@1.1.0']);
    expect(neededBy('node_modules/@scope/a/node_modules/c', lock.packages)).toEqual(['d@1.0.0']);
  });

  it('are refused without an integrity: nobody could say what was installed', () => {
    const packages = { ...lock.packages, 'node_modules/e': { version: '1.0.0' } };
    expect(() => productionPackages({ ...lock, packages })).toThrow('node_modules/e');
  });

  it('of this project hold what the page imports, and no tool', async () => {
    const names = productionPackages(await readLockFile()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['react', '@duckdb/duckdb-wasm', 'apache-arrow', 'd3']));
    expect(names).not.toEqual(expect.arrayContaining(['vite']));
  });
});
