import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One package that the site is made from, as the lock file has it. */
export interface ProductionPackage {
  readonly name: string;
  readonly version: string;
  /** The folder it is installed in, from the root of the project. */
  readonly folder: string;
  /** SPDX identifier or expression; `null` where the package declares none. */
  readonly licence: string | null;
  /** Subresource Integrity of what the registry sent (`sha512-…`). */
  readonly integrity: string;
  /** `name@version` of the packages that it asks for and that are installed, sorted. */
  readonly needs: readonly string[];
}

/** What is read of `package-lock.json`, version 3. */
export interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export async function readLockFile(root = '.'): Promise<LockFile> {
  return JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
}

/** A package as texts name it: a version that is installed in two places is one. */
export const titleOf = ({ name, version }: Pick<ProductionPackage, 'name' | 'version'>): string =>
  `${name}@${version}`;

/**
 * The packages that an installation without development dependencies has, by name and version.
 *
 * @throws Error for a package without version or integrity: the lock file does not say what was installed
 */
export function productionPackages({ packages }: LockFile): readonly ProductionPackage[] {
  const found = new Map<string, ProductionPackage>();
  for (const [folder, locked] of Object.entries(packages)) {
    if (folder === '' || locked.dev === true) continue;
    const name = nameOf(folder);
    const { version, integrity, license = null } = locked;
    if (version === undefined || integrity === undefined) {
      throw new Error(`package-lock.json has no version or integrity of ${folder}; run npm install`);
    }
    const needs = neededBy(folder, packages);
    const one = { name, version, folder, licence: license, integrity, needs };
    if (!found.has(titleOf(one))) found.set(titleOf(one), one);
  }
  return [...found.values()].sort((a, b) => compareTexts(titleOf(a), titleOf(b)));
}

/** `name@version` of what a folder of the lock file asks for, found as Node finds it: the nearest folder upwards. */
export function neededBy(folder: string, packages: LockFile['packages']): readonly string[] {
  const locked = packages[folder];
  const names = Object.keys({
    ...locked?.dependencies,
    ...locked?.optionalDependencies,
    ...locked?.peerDependencies,
  });
  const titles = names.flatMap((name) => {
    for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
      const version =
        packages[from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`]?.version;
      if (version !== undefined) return [titleOf({ name, version })];
      if (from === '') return [];
    }
  });
  return [...new Set(titles)].sort(compareTexts);
}

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 13);

/** By code unit: the same order on every machine. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
