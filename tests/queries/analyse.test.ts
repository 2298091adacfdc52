import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '@commands/analyse/main';
import { plainJson } from '@commands/analyse/plain-json';
import { endpointModel } from '@core/analyses/endpoint-model';
import { endpointSurvival } from '@core/analyses/endpoint-survival';
import { modelOfText } from '@core/analyses/model-definition';
import { predictProfile } from '@core/analyses/model-prediction';
import { everyone } from '@core/cohort/cohort-definition';
import { cohortFormat, cohortVersion } from '@core/cohort/read-cohort';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointJson } from '@core/endpoint/read-endpoint';
import type { LayeredEngine } from '@data/engine/engine';
import { endpointEvents } from '@data/queries/endpoint-events';
import { modelRows } from '@data/queries/model-rows';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const extract = 'public/extract';
let folder: string;

let engine: LayeredEngine;

beforeAll(async () => {
  engine = await demonstrationEngine();
  folder = await mkdtemp(join(tmpdir(), 'analyse-'));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const chronicWomen = [
  { condition: { kind: 'category', fact: 'phase', values: ['CP'] }, unknown: 'exclude' },
  { condition: { kind: 'category', fact: 'sex', values: ['F'] }, unknown: 'exclude' },
];

const cohortOf = (rules: unknown, version = cohortVersion) => ({ format: cohortFormat, version, rules });

async function fileWith(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Runs the command, and returns what it printed where. */
async function analyse(args: string[]) {
  const lines = { out: [] as string[], err: [] as string[] };
  const out = vi.spyOn(console, 'log').mockImplementation((line) => void lines.out.push(String(line)));
  const err = vi.spyOn(console, 'error').mockImplementation((line) => void lines.err.push(String(line)));
  try {
    return { code: await main(args), out: lines.out.join('\n'), err: lines.err.join('\n') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** What the screens draw, as JSON: of the same questions, asked of an engine of their own. */
const printed = (value: unknown) => JSON.parse(JSON.stringify(value, plainJson));
const { signal } = new AbortController();

async function shownBy(groupBy: 'sex' | null, interval: 'log' | 'log-log' = 'log') {
  const { endpoint } = endpointPresets['euro-ski-mrfs'];
  const table = await endpointEvents.ask(engine, { cohort: everyone, endpoint, groupBy }, { signal });
  return printed(endpointSurvival(table, { interval, level: 0.95 }));
}

async function shownModel() {
  const { endpoint } = endpointPresets['overall-survival'];
  const covariates = ['age', 'sex'] as const;
  const question = { cohort: everyone, endpoint, covariates, reached: null };
  const model = endpointModel(await modelRows.ask(engine, question, { signal }), {
    ...(modelOfText('age,sex:M') ?? { covariates: [], interactions: [] }),
    method: 'cox',
    mergesSmallLevels: false,
    stratum: null,
    reached: null,
  });
  return printed({ ...model, predicted: predictProfile(model, { age: 70, sex: 'F' }) });
}

describe('analyse on the demonstration', () => {
  it('reads validated samples only where it is asked to, says so, and counts the others as not known', async () => {
    const sampled = await fileWith(
      'sampled.json',
      cohortOf([
        {
          condition: { kind: 'category', fact: 'response_12m', values: ['MMR', 'MR4', 'MR4.5', 'MR5'] },
          unknown: 'exclude',
        },
      ]),
    );
    const ask = async (...more: string[]) => {
      const { code, out } = await analyse([
        '--extract',
        extract,
        '--facts',
        'response_12m',
        ...more,
        sampled,
      ]);
      expect(code).toBe(0);
      const { samples, cohorts } = JSON.parse(out);
      return { samples, step: cohorts[0].attrition[1] };
    };
    const [all, validated] = [await ask(), await ask('--samples', 'validated')];
    expect([all.samples, validated.samples]).toEqual(['unrejected', 'validated']);
    expect(validated.step.unknown).toBeGreaterThan(all.step.unknown);
    expect(validated.step.remaining).toBeLessThan(all.step.remaining);
    expect((await analyse(['--extract', extract, '--samples', 'some', sampled])).code).toBe(2);
  });

  it('prints exact counts of every cohort, and says that they stay inside', async () => {
    const first = await fileWith('women.json', cohortOf(chronicWomen));
    const second = await fileWith('everyone.json', cohortOf([]));
    const { code, out, err } = await analyse(['--extract', extract, '--facts', 'sex', first, second]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out);
    expect(report).toMatchObject({ exact: true, leaves: false, extract: { synthetic: true } });
    expect(report.extract.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(report.extract.contract.version).toMatch(/^\d+\.\d+\.\d+$/);

    const raw = await readRawExtract(extract);
    const chronic = new Set(raw.diagnosis.filter(({ phase }) => phase === 'CP').map((row) => row.patient_id));
    const women = raw.patient.filter(({ sex }) => sex === 'F').map((row) => row.patient_id);
    const both = women.filter((id) => chronic.has(id)).length;
    const [ofWomen, ofAll] = report.cohorts;
    expect(ofWomen).toMatchObject({ file: first, patients: raw.patient.length, inCohort: both });
    expect(ofWomen.attrition).toMatchObject([
      { index: { event: 'diagnosis' }, met: raw.patient.length },
      { rule: 0, policy: 'exclude', remaining: chronic.size, overall: { met: chronic.size } },
      { rule: 1, entering: chronic.size, remaining: both, overall: { met: women.length } },
    ]);
    // The chart of a fact leaves out the rules on the fact itself.
    expect(ofWomen.facts[0].levels).toContainEqual({ level: 'F', patients: women.length, inCohort: both });
    expect(ofWomen.facts[0].levels).toContainEqual({
      level: 'M',
      patients: raw.patient.length - women.length,
      inCohort: chronic.size - both,
    });
    expect(ofAll.inCohort).toBe(raw.patient.length);
    const { groups, patients, rows } = ofWomen.tableOne;
    expect({ groups, patients }).toEqual({
      groups: ['cohort', 'rest'],
      patients: [both, raw.patient.length - both],
    });
    expect(rows[0].levels).toContainEqual(
      expect.objectContaining({ level: 'F', patients: [both, women.length - both] }),
    );
  });

  it('runs the analyses of a file on every cohort, and prints what the figures are drawn from', async () => {
    const women = await fileWith('women.json', cohortOf(chronicWomen));
    const everyone = await fileWith('everyone.json', cohortOf([]));
    const named = [
      { ...cohortOf(chronicWomen.slice(1)), name: 'Women' },
      { ...cohortOf([]), name: 'Everybody' },
    ];
    const analyses = await fileWith('analyses.json', {
      format: 'cml-analyses',
      version: 1,
      analyses: [
        { analysis: 'molecular-response' },
        { analysis: 'molecular-response', origin: 'second_tki', by: 'elts' },
        { analysis: 'endpoint', preset: 'euro-ski-mtfs', by: 'sex' },
        { analysis: 'milestones', guideline: 'ELN2013', by: 'centre' },
        { analysis: 'endpoint', preset: 'euro-ski-mrfs', by: 'sex', interval: 'log-log' },
        { analysis: 'endpoint', endpoint: endpointJson(endpointPresets.relapse.endpoint) },
        {
          analysis: 'model',
          preset: 'overall-survival',
          covariates: ['age', 'sex:M'],
          profile: ['age:70', 'sex:F'],
        },
        { analysis: 'depth', currentMonths: '12' },
        { analysis: 'mutations' },
        { analysis: 'endpoint', preset: 'mmr-loss' },
        { analysis: 'guideline-changes' },
        { analysis: 'endpoint', preset: 'euro-ski-mrfs', by: 'cohorts', cohorts: named },
        { analysis: 'visit-gaps', preset: 'mmr-itt' },
      ],
    });
    const { code, out, err } = await analyse(['--extract', extract, '--analyses', analyses, women, everyone]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [ofWomen, ofAll] = JSON.parse(out).cohorts;
    expect(ofWomen.analyses).toMatchObject([
      { analysis: 'molecular-response', origin: 'first_tki', by: null, answer: { cohort: ofWomen.inCohort } },
      { analysis: 'molecular-response', origin: 'second_tki', by: 'elts' },
      { analysis: 'endpoint', by: 'sex', interval: 'log', endpoint: { event: [{}, { kind: 'restart' }] } },
      { analysis: 'milestones', guideline: 'ELN2013', by: 'centre' },
      { analysis: 'endpoint', by: 'sex', interval: 'log-log', endpoint: { origin: { event: 'stop' } } },
      { analysis: 'endpoint', by: null, interval: 'log', endpoint: { competing: [{}, {}] } },
      { analysis: 'model', model: { method: 'cox', covariates: [{ id: 'age' }, { reference: 'M' }] } },
      { analysis: 'depth', currentMonths: 12, answer: { currentMonths: 12 } },
      { analysis: 'mutations', answer: { carriers: expect.any(Number) } },
      { analysis: 'endpoint', endpoint: { origin: { event: 'first_mmr' }, competing: [{}, {}, {}] } },
      { analysis: 'guideline-changes', before: 'ELN2013', after: 'ELN2020' },
      {
        analysis: 'endpoint',
        by: 'cohorts',
        answer: { curves: [{ level: 'Women' }, { level: 'Everybody' }] },
      },
      { analysis: 'visit-gaps', answer: { events: expect.any(Number) } },
    ]);
    const [, , treatmentFree, , recurrenceFree] = ofAll.analyses;
    const at24 = ({ answer }: typeof treatmentFree) => answer.curves[0].landmarks[2].estimate;
    expect(at24(treatmentFree)).toBeLessThan(at24(recurrenceFree));
    const [changes, cohorts, gaps] = ofAll.analyses.slice(-3);
    expect(changes.answer.changes.length).toBeGreaterThan(5);
    const binned = gaps.answer.bins.reduce((sum: number, bin: { events: number }) => sum + bin.events, 0);
    expect(binned).toBe(gaps.answer.events);
    // What a named cohort and a group say the same of, is the same to the last digit.
    expect({ ...cohorts.answer.curves[1], level: 'all' }).toEqual(
      await shownBy(null).then(({ curves }) => curves[0]),
    );
    // The answer is what the figure draws, number by number; a model without what stands for single events.
    expect(ofAll.analyses[4].answer).toEqual(await shownBy('sex', 'log-log'));
    const { answer } = ofAll.analyses[6];
    const { fitted, predicted } = await shownModel();
    expect(answer.fitted.terms).toEqual(fitted.terms);
    expect(answer.predicted).toEqual(predicted);
    expect(answer.predicted.values).toMatchObject([{ value: 70 }, { value: 'F' }]);
    expect(answer.predicted.probability.length).toBeGreaterThan(50);
    const { patients, withoutTki } = ofWomen.analyses[3].answer;
    expect(patients + withoutTki).toBe(ofWomen.inCohort);
    expect(ofAll.analyses[2].answer.curves.map(({ level }: { level: string }) => level)).toEqual(['F', 'M']);
    expect(ofWomen.analyses[2].answer.curves).toHaveLength(1);
  });

  it('with --released prints no count that disclosure control has not seen', async () => {
    const path = await fileWith('women.json', cohortOf(chronicWomen));
    const { code, out } = await analyse(['--extract', extract, '--facts', 'all', '--released', path]);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ exact: false, leaves: true, policy: { threshold: 11, roundTo: 5 } });
    const { attrition, tableOne, patients } = report.cohorts[0];
    expect(report.cohorts[0]).not.toHaveProperty('facts');
    const counts = countsIn({ attrition, tableOne, patients });
    expect(counts.length).toBeGreaterThan(200);
    expect(counts.some(({ kind }) => kind === 'masked')).toBe(true);
    expect(counts.filter(({ kind, value }) => kind === 'rounded' && value % 5 !== 0)).toEqual([]);
    expect(counts.filter(({ value }) => value > 0 && value < 11)).toEqual([]);
  });

  it('with --released prints nothing that tells of a few beside what it has printed, in one cohort or in two', async () => {
    // All but the three oldest, and who is as old as the third.
    const younger = async (among: string) => {
      const sql = `select age from patient_fact where ${among} and age is not null order by age desc limit 1 offset 2`;
      const { columns } = await engine.query(sql);
      const condition = { kind: 'range', fact: 'age', max: Number(columns.age?.[0]), maxOpen: true };
      return { condition, unknown: 'include' };
    };
    const almostAll = await fileWith('almost-all.json', cohortOf([await younger('true')]));
    const women = await fileWith('women.json', cohortOf(chronicWomen));
    const youngerWomen = [...chronicWomen, await younger("sex = 'F' and phase = 'CP'")];
    const others = await fileWith('others.json', cohortOf(youngerWomen));
    const released = async (...paths: string[]) => {
      const { out } = await analyse(['--extract', extract, '--facts', 'sex', '--released', ...paths]);
      return JSON.parse(out).cohorts;
    };
    // Everybody stands in the flow: Table 1 of all but a few would leave less than "under 11" of the rest.
    const [one] = await released(almostAll);
    expect(one.patients.kind).toBe('rounded');
    expect(one).toMatchObject({ tableOne: null, tableOneRefused: 'differencing' });
    const [first, second] = await released(women, others);
    expect(first.tableOne.patients).toMatchObject([{ kind: 'rounded' }, { kind: 'rounded' }]);
    expect(second).toMatchObject({ tableOne: null, tableOneRefused: 'differencing' });
  });
});

interface Told {
  readonly kind: 'rounded' | 'masked' | 'withheld';
  readonly value: number;
}

/** Numbers that are no counts: places of rules, steps told together, and what is made of enough patients. */
const notCounts = ['rule', 'together', 'share', 'value'];

/** Every count of a report; a bare number may only be one of `notCounts` or part of a definition. */
function countsIn(part: unknown, name = ''): readonly Told[] {
  if (typeof part === 'number') expect(notCounts).toContain(name);
  if (typeof part !== 'object' || part === null || name === 'condition' || name === 'index') return [];
  const { kind } = part as { kind?: unknown };
  if (kind === 'rounded' || kind === 'masked' || kind === 'withheld') return [part as Told];
  return Object.entries(part).flatMap(([key, value]) => countsIn(value, Array.isArray(part) ? name : key));
}

describe('analyse refuses', () => {
  it('a cohort with its place in the file, every file at once, and prints nothing', async () => {
    const good = await fileWith('good.json', cohortOf(chronicWomen));
    const typo = await fileWith(
      'typo.json',
      cohortOf([{ condition: { kind: 'category', fact: 'sexe', values: [] }, unknown: 'exclude' }]),
    );
    const older = await fileWith('older.json', cohortOf([], 2));
    const torn = await fileWith('torn.json', '{"format":');
    const { code, out, err } = await analyse([
      '--extract',
      extract,
      good,
      typo,
      older,
      torn,
      join(folder, 'none.json'),
    ]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const lines = err.split('\n');
    expect(lines[0]).toMatch(/typo\.json: rules\[0\]\.condition\.fact: expected one of sex, /);
    expect(lines[1]).toMatch(/older\.json: version: expected 1$/);
    expect(lines[2]).toMatch(/torn\.json: is not JSON$/);
    expect(lines[3]).toMatch(/none\.json: cannot be read \(ENOENT\)$/);
    expect(lines).toHaveLength(4);
  });

  it('an analysis that it does not know, or a choice that is none, with its place', async () => {
    const good = await fileWith('good.json', cohortOf([]));
    const unknown = { format: 'cml-analyses', version: 1, analyses: [{ analysis: 'remision' }] };
    const misspelt = {
      format: 'cml-analyses',
      version: 1,
      analyses: [{ analysis: 'molecular-response', since: 'diagnosis' }],
    };
    const of = async (content: unknown) =>
      await analyse(['--extract', extract, '--analyses', await fileWith('a.json', content), good]);
    expect(await of(unknown)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/a\.json: analyses\[0\]\.analysis: expected one of .*molecular-response, /),
    });
    expect(await of(misspelt)).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /a\.json: analyses\[0\]: has a member of another name than analysis, origin, by$/,
      ),
    });
    expect(await analyse(['--extract', extract, '--released', '--analyses', 'a.json', good])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--analyses prints exact numbers'),
    });
  });

  it('an extract that is none, with the code of the failure', async () => {
    const good = await fileWith('good.json', cohortOf([]));
    expect(await analyse(['--extract', join(folder, 'nowhere'), good])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/nowhere: no such folder$/),
    });
    expect(await analyse(['--extract', folder, good])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/: (missing-table|no-files)/),
    });
  });

  it('a command line that it cannot read, with how it is used', async () => {
    const { code, err } = await analyse(['--extract', extract]);
    expect(code).toBe(2);
    expect(err).toContain('npm run --silent analyse');
    expect(await analyse(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--released') });
  });
});
