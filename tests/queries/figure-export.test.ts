import { hasR } from '@commands/reference/recompute';
import { type ExportManifest, exportManifestJson, readExportManifest } from '@core/analyses/export-manifest';
import { type ExportedFigure, type FigureId, figureChoices, figureIds } from '@core/analyses/exported-figure';
import { figureScript } from '@core/analyses/figure-script';
import { figureNumbers, hasNumbers } from '@core/analyses/released-figure';
import { verdictCounts } from '@core/analyses/replayed-numbers';
import { type CohortDefinition, everyone, withRule } from '@core/cohort/cohort-definition';
import { defaultPolicy } from '@core/disclosure/policy';
import { type LeftTable, releaseBesideEarlier, releasedInSession } from '@core/disclosure/session-audit';
import type { LayeredEngine } from '@data/engine/engine';
import { askExactFigure, askFigure, releasedFigure } from '@data/queries/ask-figure';
import { groupMembers } from '@data/queries/group-members';
import { replayExport } from '@data/queries/replay-export';
import { wordsOfLanguage } from '@language/words-of-language';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { inR } from '@tests/support/r-script';
import { figureNames } from '@view/figures/exported-figure-names';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const withR = await hasR();
const { signal } = new AbortController();
let engine: LayeredEngine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

/** A figure with the first, or the last, of each of its choices. */
function figureOf(figure: FigureId, which: 0 | -1): ExportedFigure {
  const offered = Object.entries<readonly string[]>(figureChoices[figure]);
  const choices = Object.fromEntries(offered.map(([name, among]) => [name, among.at(which) ?? '']));
  return { figure, choices, samples: 'unrejected' };
}

/** Every number under a name in a value. */
function numbersNamed(name: string, value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'number' ? (key === name ? [item] : []) : numbersNamed(name, item),
  );
}

/** Every value of a measure under a code. */
function namedValues(level: string, value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  const { level: own, value: number } = value as { readonly level?: unknown; readonly value?: unknown };
  if (own === level && typeof number === 'number') return [number];
  return Object.values(value).flatMap((item) => namedValues(level, item));
}

const women = withRule(everyone, 'sex', {
  condition: { kind: 'category', fact: 'sex', values: ['F'] },
  unknown: 'exclude',
});

describe('a figure that leaves', () => {
  it.each(figureIds.flatMap((figure) => ([0, -1] as const).map((which) => ({ figure, which }))))(
    '$figure ($which) holds no count from 1 to 10, and replays with every number the same',
    async ({ figure: id, which }) => {
      const figure = figureOf(id, which);
      const asked = { cohort: which === 0 ? everyone : women, figure, policy: defaultPolicy };
      const released = await askFigure(engine, asked, { signal });
      expect(hasNumbers(released)).toBe(true);
      const results = JSON.parse(JSON.stringify(figureNumbers(released)));
      for (const count of numbersNamed('patients', results))
        expect(count === 0 || (count >= 15 && count % 5 === 0)).toBe(true);
      for (const events of namedValues('events', results))
        expect(events === 0 || (events >= 15 && events % 5 === 0)).toBe(true);
      // Neither a pseudonym nor the code of a centre.
      expect(JSON.stringify(results)).not.toMatch(/"(P\d{3,}|C\d{2})"/);
      const manifest: ExportManifest = {
        source: { application: 'app', contract: 'c', extract: null, fingerprint: null, policyHash: null },
        policy: defaultPolicy,
        cohort: { name: null, cohort: asked.cohort },
        analysis: figure,
        results,
      };
      const read = readExportManifest(JSON.parse(JSON.stringify(exportManifestJson(manifest))));
      if (read.manifest === null) throw new Error(`${read.fault.path} was not read`);
      const numbers = await replayExport({ engine, present: new Set() }, read.manifest, defaultPolicy, {
        signal,
      });
      const { same } = verdictCounts(numbers);
      expect(same).toBe(numbers.length);
      expect(same).toBeGreaterThan(3);
    },
  );

  it.each(['age', 'leukocytes_g_l', 'follow_up_years'] as const)(
    'is open at either end where it is of a number, which is that of one patient: %s',
    async (fact) => {
      const figure: ExportedFigure = { figure: 'fact', choices: { fact }, samples: 'unrejected' };
      const asked = { cohort: women, figure, policy: defaultPolicy };
      const released = await askFigure(engine, asked, { signal });
      if (released.kind !== 'bars') throw new Error('no bars');
      const levels = released.panels.flatMap(({ bars }) =>
        bars.flatMap(({ parts }) => parts.map(({ level }) => level)),
      );
      expect(levels.length).toBeGreaterThan(3);
      expect(levels[0]).toMatch(/^\.\.[\d.]+$/);
      expect(levels.at(-2)).toMatch(/^[\d.]+\.\.$/);
      const names = levels.map((level) => figureNames(figure, wordsOfLanguage('en')).part(level));
      expect(names[0]).toMatch(/^under |^below |</);
      expect(names.at(-2)).not.toMatch(/NaN|undefined|null/);
    },
  );

  it.skipIf(!withR).each(['milestone-flows', 'mutations', 'response', 'adverse-events'] as const)(
    'is drawn by its script in R: %s',
    async (id) => {
      const asked = { cohort: everyone, figure: figureOf(id, 0), policy: defaultPolicy };
      const released = await askFigure(engine, asked, { signal });
      const script = figureScript(released, { title: 'A figure', note: 'Numbers that may leave.' });
      expect(await inR(`${script}stopifnot(nrow(answer) > 3, file.exists("Rplots.pdf"))\n`)).toBe('');
    },
  );

  it('is told beside what has left before: no count that was withheld is left in the sums of two exports', async () => {
    const earlier: LeftTable[] = [];
    const untold = (value: unknown) => JSON.stringify(value).split('null').length - 1;
    const left = async (cohort: CohortDefinition, id: FigureId) => {
      const members = await groupMembers.ask(engine, { cohort, groupBy: null }, { signal });
      const figure = figureOf(id, 0);
      const asked = { cohort, figure, policy: defaultPolicy };
      const exact = await askExactFigure(engine, asked, { signal });
      const {
        made: beside,
        left: table,
        refusal,
      } = await releasedInSession(
        { patients: Uint32Array.from(members, ({ key }) => key) },
        (release) => releasedFigure(exact, asked, release),
        { policy: defaultPolicy, audit: (counts) => releaseBesideEarlier(counts, earlier) },
      );
      expect(refusal).toBeNull();
      if (table !== null) earlier.push(table);
      const alone = figureNumbers(releasedFigure(exact, asked));
      return untold(figureNumbers(beside)) - untold(alone);
    };
    expect(await left(everyone, 'milestones')).toBe(0);
    // Their margins have been told: more of the flows is withheld than by themselves.
    expect(await left(everyone, 'milestone-flows')).toBeGreaterThan(0);
    expect(await left(everyone, 'milestone-flows')).toBeGreaterThan(0);
    expect(await left(everyone, 'guideline-changes')).toBeGreaterThanOrEqual(0);
    expect(await left(women, 'milestone-flows')).toBeGreaterThanOrEqual(0);
    expect(earlier).toHaveLength(5);
  });

  it('is refused as a definition with a choice that it does not have', () => {
    const manifest = (analysis: object) => ({
      ...exportManifestJson({
        source: { application: 'a', contract: 'c', extract: null, fingerprint: null, policyHash: null },
        policy: defaultPolicy,
        cohort: { name: null, cohort: everyone },
        analysis: figureOf('milestones', 0),
        results: {},
      }),
      analysis,
    });
    const faultAt = (analysis: object) => readExportManifest(manifest(analysis)).fault?.path;
    expect(faultAt({ analysis: 'figure', figure: 'milestones', guideline: 'ELN2020' })).toBeUndefined();
    expect(faultAt({ analysis: 'figure', figure: 'milestones', guideline: 'ELN1999' })).toBe(
      'analysis.guideline',
    );
    expect(faultAt({ analysis: 'figure', figure: 'fact', fact: 'centre' })).toBe('analysis.fact');
    expect(faultAt({ analysis: 'figure', figure: 'mutations', by: 'centre' })).toBe('analysis');
    expect(faultAt({ analysis: 'figure', figure: 'patients' })).toBe('analysis.figure');
  });
});
