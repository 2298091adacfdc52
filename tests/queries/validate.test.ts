import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '@commands/validate/main';
import { type TinyExtractOptions, writeTinyExtract } from '@tests/fixtures/tiny-extract';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'validate-'));
});
afterAll(() => rm(root, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function validate(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    written.out += text;
  });
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    written.err += text;
  });
  return { code: await main([...args]), ...written };
}

let folders = 0;
async function extractWith(options: TinyExtractOptions): Promise<string> {
  folders += 1;
  const folder = join(root, String(folders));
  await writeTinyExtract(folder, options);
  return folder;
}

test('the demonstration opens, and the report says so in both languages', async () => {
  const english = await validate(['public/extract']);
  expect(english.code).toBe(0);
  expect(english.out).toMatch(
    /^Contract cml-registry-extract 1\.\d+\.\d+, extract demonstration-trial-2021-2000$/m,
  );
  expect(english.out).toMatch(/opens this extract: 0 warnings, 6 pieces of information/);
  const french = await validate(['--language', 'fr', 'public/extract']);
  expect(french.out).toMatch(/ouvre cet extrait/);
});

test('every fault of every table is named at once, and the exit code is 1', async () => {
  const folder = await extractWith({
    change: [
      'update diagnosis set blasts_pct = 130 where rowid = 4',
      `update diagnosis set phase = 'SECRET' where rowid in (1, 2)`,
      'update molecular set control_copies = -1 where rowid = 0',
    ],
  });
  const { code, out } = await validate(['--json', folder]);
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect(report).toMatchObject({ opens: false, rules: [], patients: null });
  expect(report.failures).toEqual([
    expect.objectContaining({
      code: 'unknown-code',
      table: 'diagnosis',
      column: 'phase',
      count: 2,
      rows: '2, 3',
    }),
    expect.objectContaining({ code: 'beyond-limits', table: 'diagnosis', column: 'blasts_pct', rows: '5' }),
    expect.objectContaining({
      code: 'beyond-limits',
      table: 'molecular',
      column: 'control_copies',
      rows: '1',
    }),
  ]);
  expect(out).not.toContain('SECRET');
});

test('a rule of severity error is counted and refuses; a warning does not', async () => {
  const refused = await extractWith({ change: ['update patient set inclusion_day = 5000 where rowid < 3'] });
  const { code, out } = await validate([refused]);
  expect(code).toBe(1);
  expect(out).toMatch(/✗ .*3 rows break a rule.*\[rule-broken\]/);
  expect(out).toMatch(/3 of 100 rows \(3\.0%\), 3 patients \[patient_included_within_follow_up\]/);
  const warned = await extractWith({ change: ['update molecular set day = 9000 where rowid = 0'] });
  const report = JSON.parse((await validate(['--json', warned])).out);
  expect(report).toMatchObject({ opens: true, patients: 100 });
  expect(report.rules.find(({ id }: { id: string }) => id === 'sample_before_last_contact')).toMatchObject({
    verdict: 'broken',
    severity: 'warning',
    broken: 1,
    touched: 1,
  });
  expect(report.rules.find(({ id }: { id: string }) => id === 'mutation_readable').verdict).toBe('unchecked');
});

test('a wrong type is refused for the page’s own reason', async () => {
  const folder = await extractWith({ change: ['alter table patient alter last_contact_day type varchar'] });
  const { code, out } = await validate(['--json', folder]);
  expect(code).toBe(1);
  expect(JSON.parse(out).failures).toEqual([
    expect.objectContaining({
      code: 'wrong-type',
      column: 'last_contact_day',
      found: 'utf8',
      wanted: 'INTEGER',
    }),
  ]);
});

test('a command line or a folder that cannot be read is exit code 2', async () => {
  expect((await validate([])).code).toBe(2);
  expect((await validate(['--language', 'de', 'public/extract'])).code).toBe(2);
  expect(await validate([join(root, 'nowhere')])).toMatchObject({ code: 2, out: '' });
  expect((await validate(['--help'])).code).toBe(0);
});
