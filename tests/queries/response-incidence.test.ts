import { endpointSurvival } from '@core/analyses/endpoint-survival';
import { everyone } from '@core/cohort/cohort-definition';
import { type EndpointPresetId, endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Engine } from '@data/engine/engine';
import { endpointEvents } from '@data/queries/endpoint-events';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = 'public/extract';
let engine: Engine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

async function survivalOf(preset: EndpointPresetId) {
  const { signal } = new AbortController();
  const question = { cohort: everyone, endpoint: endpointPresets[preset].endpoint, groupBy: null };
  const table = await endpointEvents.ask(engine, question, { signal });
  const survival = endpointSurvival(table, { interval: 'log', level: 0.95 });
  return { table, survival, curve: survival.curves[0] };
}

describe('the cumulative incidence of response on the demonstration', () => {
  it('counts the patients who reach MMR, and every other one with a reason or a censoring', async () => {
    const raw = await readRawExtract(folder);
    const tki = ['imatinib', 'dasatinib', 'nilotinib', 'bosutinib', 'ponatinib', 'asciminib'];
    const withInterferon = ['imatinib+interferon', 'second_generation+interferon'];
    const start = new Map<string, number>();
    for (const { patient_id, drug, start_day } of raw.treatment_line) {
      if ([...tki, ...withInterferon].includes(drug))
        start.set(patient_id, Math.min(start_day, start.get(patient_id) ?? start_day));
    }
    const typical = new Set(
      raw.diagnosis
        .filter(
          ({ transcript }) =>
            transcript === null || transcript.startsWith('e13') || transcript.startsWith('e14'),
        )
        .map(({ patient_id }) => patient_id),
    );
    const reached = new Set(
      raw.molecular
        .filter((sample) => {
          const from = start.get(sample.patient_id);
          if (from === undefined || sample.day <= from || !typical.has(sample.patient_id)) return false;
          if (!sample.on_international_scale || sample.validation === 'rejected') return false;
          const enough = { ABL1: 10_000, GUSB: 24_000 }[sample.control_gene] ?? Number.POSITIVE_INFINITY;
          return sample.detected
            ? (sample.bcr_abl1_is_pct ?? 0) > 0 && (sample.bcr_abl1_is_pct ?? 0) <= 0.1
            : (sample.control_copies ?? 0) >= enough;
        })
        .map(({ patient_id }) => patient_id),
    );
    const { table, curve } = await survivalOf('mmr-itt');
    // Some progress before their response: the competing event came first.
    const [responses = 0, progressions = 0] = curve?.events ?? [];
    expect(responses).toBeLessThanOrEqual(reached.size);
    expect(responses).toBeGreaterThanOrEqual(reached.size - progressions);
    const left = table.excluded.reduce((sum, { patients }) => sum + patients, 0);
    expect((curve?.patients ?? 0) + left).toBe(raw.patient.length);
  });

  it('is never larger for a deeper response, and adds up to one with the rest', async () => {
    const depths = ['mmr-itt', 'mr4-itt', 'mr4_5-itt', 'mr5-itt'] as const;
    const curves = [];
    for (const depth of depths) curves.push((await survivalOf(depth)).curve);
    for (const [at, curve] of curves.entries()) {
      for (const [place, point] of (curve?.incidenceLandmarks ?? []).entries()) {
        const all = point.causes.reduce((sum, cause) => sum + (cause.estimate ?? 0), 0);
        expect(all + (point.eventFree.estimate ?? 0)).toBeCloseTo(1, 12);
        const shallower = curves[at - 1]?.incidenceLandmarks[place]?.causes[0]?.estimate ?? 1;
        expect(point.causes[0]?.estimate ?? 0).toBeLessThanOrEqual(shallower + 1e-12);
      }
    }
    expect(curves[0]?.incidenceLandmarks).toHaveLength(8);
  });

  it.each([
    ['mmr-itt', 'mmr-on-drug'],
    ['mr4-itt', 'mr4-on-drug'],
    ['mr4_5-itt', 'mr4_5-on-drug'],
    ['mr5-itt', 'mr5-on-drug'],
  ] as const)(
    'unlike %s, %s counts the switches apart, and no response after them',
    async (whatever, onFirst) => {
      const [itt, onDrug] = [await survivalOf(whatever), await survivalOf(onFirst)];
      const [all = 0] = itt.curve?.events ?? [];
      const [first = 0, switches = 0] = onDrug.curve?.events ?? [];
      expect(switches).toBeGreaterThan(100);
      expect(first).toBeLessThan(all);
      const at = (one: typeof itt) => one.curve?.incidenceLandmarks.at(-1)?.causes[0]?.estimate ?? 0;
      expect(at(onDrug)).toBeLessThan(at(itt));
    },
  );
});
