import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { responseClasses } from '@core/domain/response-class';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { type EndpointPresetId, endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Engine } from '@data/engine/engine';
import { anchorSql } from '../cohort/anchor-sql';
import { readyCohort } from '../cohort/ready-cohort';
import { compileEndpoint } from '../compile-endpoint';
import { withExits } from '../derived/ready-exits';
import { responseRankSql } from '../derived/response-sql';
import tkiLineSql from '../derived/tki-line.sql?raw';
import { fillSlots, identifier, literal } from '../sql-text';
import endpointViewSql from './endpoint-view.sql?raw';
import responseSampleSql from './response-sample.sql?raw';

/** A cohort under the name of a table. */
export interface CohortView {
  readonly view: string;
  readonly cohort: CohortDefinition;
}

/** The name of the current cohort. */
export const currentCohortView = 'cohort';

/**
 * Names of tables for named cohorts: `cohort_` and the name in small plain letters, numbered where two are alike.
 *
 * @example
 * cohortViewNames(['A', 'Âgés > 65', 'agés 65']) // ['cohort_a', 'cohort_ages_65', 'cohort_ages_65_2']
 */
export function cohortViewNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    const stem = plain === '' ? 'cohort_x' : `cohort_${plain}`;
    let free = stem;
    for (let k = 2; taken.has(free); k++) free = `${stem}_${k}`;
    taken.add(free);
    return free;
  });
}

/** The table of an endpoint in use. */
export const endpointViewName = (id: EndpointPresetId): string => `endpoint_${id.replaceAll('-', '_')}`;

/** What stands under each name in each engine: the definition it was made of. */
const standing = new WeakMap<Engine, Map<string, string>>();

/**
 * Makes the derived tables that a statement names and that do not stand yet: cohorts, endpoints, samples with their
 * class, TKI lines. Temporary ones: they end with the engine.
 */
export async function readyViews(
  engine: Engine,
  names: ReadonlySet<string>,
  cohorts: readonly CohortView[],
  options: { readonly signal: AbortSignal },
): Promise<void> {
  const known = standing.get(engine) ?? new Map<string, string>();
  standing.set(engine, known);
  for (const { view, cohort } of cohorts) {
    if (names.has(view))
      await make(view, JSON.stringify(cohort), () => makeCohort(engine, view, cohort, options));
  }
  for (const id of endpointPresetIds) {
    const view = endpointViewName(id);
    if (names.has(view)) await make(view, id, () => makeEndpoint(engine, view, id, options));
  }
  for (const [view, sql] of Object.entries(plainViews)) {
    if (names.has(view)) await make(view, view, () => engine.run(sql, options));
  }

  async function make(view: string, definition: string, work: () => Promise<void>): Promise<void> {
    if (known.get(view) === definition) return;
    known.delete(view);
    await work();
    known.set(view, definition);
  }
}

const plainViews = {
  response_sample: fillSlots(responseSampleSql, {
    response_classes: literal(responseClasses),
    response_rank: responseRankSql,
  }),
  tki_line: `create or replace temp view tki_line as\n${fillSlots(tkiLineSql, { tki_drugs: literal(tkiDrugs) })}`,
} as const;

/** The patients of a cohort with their pseudonym and all their facts. */
async function makeCohort(
  engine: Engine,
  view: string,
  cohort: CohortDefinition,
  options: { readonly signal: AbortSignal },
): Promise<void> {
  const { facts, member } = await readyCohort(engine, cohort, options);
  const members = identifier(`member_of_${view}`);
  // In two statements: values cannot be bound to `create table … as` in every engine.
  await engine.run(`create or replace temp table ${members} (patient_key integer)`, options);
  await engine.run(`insert into ${members} select patient_key from ${facts} where ${member.sql}`, {
    values: member.values,
    ...options,
  });
  await engine.run(
    `create or replace temp view ${identifier(view)} as
      select patient_id, patient_fact.*
      from patient_fact
      semi join ${members} using (patient_key)
      join patient using (patient_key)`,
    options,
  );
}

async function makeEndpoint(
  engine: Engine,
  view: string,
  id: EndpointPresetId,
  options: { readonly signal: AbortSignal },
): Promise<void> {
  const { endpoint } = endpointPresets[id];
  const { facts, member } = await readyCohort(engine, everyone, options);
  const origin = anchorSql(endpoint.origin);
  const name = identifier(view);
  const filling = fillSlots(withExits(endpointViewSql), {
    ...compileEndpoint(endpoint),
    origin: origin.sql,
    level: 'null::varchar',
    facts,
    cohort: member.sql,
    name,
    events: literal(endpoint.event.length),
  });
  await engine.run(
    `create or replace temp table ${name}
      (patient_key integer, excluded varchar, entry_day integer, exit_day integer, cause integer, event boolean)`,
    options,
  );
  await engine.run(filling, { values: [...origin.values, ...member.values], ...options });
}
