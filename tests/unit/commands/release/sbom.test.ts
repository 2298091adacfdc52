import { productionPackages, readLockFile } from '@commands/release/production-packages';
import { billOfMaterials } from '@commands/release/sbom';
import { describe, expect, it } from 'vitest';

interface Component {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly name: string;
  readonly group?: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
}

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const binary = { path: 'assets/engine-1a2b3c4d.wasm', sha256: 'ab'.repeat(32) };
const lock = await readLockFile();
const text = billOfMaterials(lock, [binary]);
const bill: Bill = JSON.parse(text);
const find = (ref: string) => bill.components.find((component) => component['bom-ref'] === ref);

describe('the bill of materials', () => {
  it('is CycloneDX, the same text each time, without a time or a serial number', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(billOfMaterials(lock, [binary])).toBe(text);
    expect(text).not.toMatch(/timestamp|serialNumber/);
  });

  it('names every production package once, with the digest of what the registry sent', () => {
    const references = bill.components.map((component) => component['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    expect(references).toHaveLength(productionPackages(lock).length + 1);
    const react = lock.packages['node_modules/react'];
    const digest = Buffer.from(react?.integrity?.replace('sha512-', '') ?? '', 'base64').toString('hex');
    expect(find(`pkg:npm/react@${react?.version}`)).toMatchObject({
      name: 'react',
      hashes: [{ alg: 'SHA-512', content: digest }],
      licenses: [{ license: { id: 'MIT' } }],
    });
    for (const { hashes } of bill.components) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{64,128}$/);
  });

  it('writes a scope and a choice of licences as the formats ask', () => {
    const version = lock.packages['node_modules/@duckdb/duckdb-wasm']?.version;
    expect(find(`pkg:npm/%40duckdb/duckdb-wasm@${version}`)).toMatchObject({
      group: '@duckdb',
      name: 'duckdb-wasm',
    });
    const parquet = lock.packages['node_modules/parquet-wasm']?.version;
    expect(find(`pkg:npm/parquet-wasm@${parquet}`)?.licenses).toEqual([{ expression: 'MIT OR Apache-2.0' }]);
  });

  it('names the WebAssembly files of the site', () => {
    expect(find(binary.path)).toMatchObject({
      type: 'file',
      hashes: [{ alg: 'SHA-256', content: binary.sha256 }],
    });
  });

  it('says what needs what, and only of what it names', () => {
    const known = new Set([
      bill.metadata.component['bom-ref'],
      ...bill.components.map((component) => component['bom-ref']),
    ]);
    for (const { ref, dependsOn } of bill.dependencies) {
      expect([ref, ...dependsOn].filter((one) => !known.has(one))).toEqual([]);
    }
    const root = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref']);
    expect(root?.dependsOn).toContain(`pkg:npm/react@${lock.packages['node_modules/react']?.version}`);
  });
});
