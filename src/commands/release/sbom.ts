import {
  type LockFile,
  neededBy,
  type ProductionPackage,
  productionPackages,
  titleOf,
} from './production-packages';

/** A file of the site that is not made from source here: WebAssembly. */
export interface BinaryFile {
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * The bill of materials of the site: every production package and every WebAssembly file, in CycloneDX 1.6. Without
 * serial number and time, so that the same sources give the same text.
 *
 * @see CycloneDX 1.6, ECMA-424
 */
export function billOfMaterials(lock: LockFile, binaries: readonly BinaryFile[]): string {
  const packages = productionPackages(lock);
  const references = new Map(packages.map((one) => [titleOf(one), packageUrl(one)]));
  const referencesOf = (titles: readonly string[]) => titles.flatMap((title) => references.get(title) ?? []);
  const root = packageUrl({ name: lock.name, version: lock.version });
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': root,
          name: lock.name,
          version: lock.version,
          licenses: [{ license: { id: 'Apache-2.0' } }],
        },
      },
      components: [
        ...packages.map(packageComponent),
        ...binaries.map(({ path, sha256 }) => ({
          type: 'file',
          'bom-ref': path,
          name: path,
          hashes: [{ alg: 'SHA-256', content: sha256 }],
        })),
      ],
      dependencies: [
        { ref: root, dependsOn: referencesOf(neededBy('', lock.packages)) },
        ...packages.map((one) => ({ ref: packageUrl(one), dependsOn: referencesOf(one.needs) })),
      ],
    },
    null,
    2,
  )}\n`;
}

function packageComponent(one: ProductionPackage): object {
  const [group, name] = one.name.startsWith('@') ? one.name.split('/') : [undefined, one.name];
  const [algorithm = '', digest = ''] = one.integrity.split('-', 2);
  return {
    type: 'library',
    'bom-ref': packageUrl(one),
    ...(group === undefined ? {} : { group }),
    name,
    version: one.version,
    hashes: [
      { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') },
    ],
    ...(one.licence === null ? {} : { licenses: [licenceOf(one.licence)] }),
    purl: packageUrl(one),
  };
}

const licenceOf = (licence: string): object =>
  / (OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } };

/** The package URL of npm: the `@` of a scope is written `%40`. */
const packageUrl = ({ name, version }: Pick<ProductionPackage, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;
