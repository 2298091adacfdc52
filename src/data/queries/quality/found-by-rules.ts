import { extractTableNames } from '@core/domain/extract-tables';
import type { QualityCounts } from '@core/domain/rule-count';
import type { Engine } from '@data/engine/engine';
import { presentTables } from '../derived/present-tables';
import { allSamplesOf } from '../derived/validated-samples';
import { checkRules } from './check-rules';

const found = new WeakMap<Engine, Promise<QualityCounts>>();

/**
 * What every rule of the contract finds in the open extract, with `rule_hit` and `rule_checked` standing in the engine:
 * checked when somebody asks first, once for as long as the engine. Many may wait for it: none of them cancels it. Of all
 * samples, whatever use of them the engine is asked under.
 */
export function foundByRules(engine: Engine): Promise<QualityCounts> {
  const whole = allSamplesOf(engine);
  const known = found.get(whole) ?? checkAll(whole);
  found.set(whole, known);
  known.catch(() => found.delete(whole));
  return known;
}

async function checkAll(engine: Engine): Promise<QualityCounts> {
  const { columns } = await engine.query('select name, present from extract_table');
  const present = new Set(Array.from(columns.name ?? []).filter((_, row) => columns.present?.[row]));
  return checkRules(engine, {
    present: presentTables(extractTableNames.map((name) => ({ name, present: present.has(name) }))),
  });
}
