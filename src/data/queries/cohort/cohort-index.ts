import type { AnchorEvent } from '@core/cohort/anchor-event';
import { type Attrition, attritionOf } from '@core/cohort/attrition';
import {
  type CohortDefinition,
  type Condition,
  factOf,
  type UnknownPolicy,
} from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { PatternSorter, type RulePattern } from '@core/cohort/rule-patterns';
import {
  categoryVerdicts,
  combinedVerdicts,
  rangeVerdicts,
  type VerdictColumn,
} from '@core/cohort/verdict-column';
import type { Engine } from '@data/engine/engine';
import { fillSlots, identifier } from '../sql-text';
import { type Asker, Breath } from './breath';
import { conditionKey, indexKey, isSurelyThere } from './compile-cohort';
import { type FactColumn, readFactColumn } from './fact-column';
import { readyVerdicts } from './ready-cohort';
import ruleVerdictsSql from './rule-verdicts.sql?raw';

/** A cohort over all patients: bit 0 is the index event, bit k + 1 rule k. */
export interface CohortEvaluation {
  readonly cohort: CohortDefinition;
  readonly patients: number;
  /** Bits of the rules that keep each patient out; 0 is a member. */
  readonly failed: Uint32Array;
  readonly patterns: readonly RulePattern[];
  readonly policies: readonly UnknownPolicy[];
  /** Step 0 is the index event. */
  readonly attrition: Attrition;
}

/** Bits of the rules on one fact, as `countLevels` leaves them out. */
export function ownBits(cohort: CohortDefinition, fact: FactId): number {
  return cohort.rules.reduce((bits, rule, k) => (factOf(rule) === fact ? bits | (1 << (k + 1)) : bits), 0);
}

const mostKept = { verdicts: 64, evaluations: 4 };

/**
 * Verdicts and facts of the patients of one extract, kept beside the engine. Conditions on facts and combinations are
 * answered here, from the facts; the engine is asked for facts and conditions on events that it was not asked before.
 * Rows stay in this page's memory.
 */
export class CohortIndex {
  readonly #engine: Engine;
  readonly #verdicts = new Recent<VerdictColumn>(mostKept.verdicts);
  readonly #evaluations = new Recent<CohortEvaluation>(mostKept.evaluations);
  readonly #columns = new Map<FactId, Promise<FactColumn>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** One fact of every patient. Many may wait for it: one of them cannot cancel it. */
  column(fact: FactId): Promise<FactColumn> {
    const column = this.#columns.get(fact) ?? readFactColumn(this.#engine, fact);
    this.#columns.set(fact, column);
    column.catch(() => this.#columns.delete(fact));
    return column;
  }

  /** A cohort over all patients. An aborted one ends at the next rule. */
  async evaluate(cohort: CohortDefinition, asker: Asker = {}): Promise<CohortEvaluation> {
    const key = JSON.stringify(cohort);
    const known = this.#evaluations.get(key);
    if (known !== undefined) return known;
    const breath = new Breath(asker);
    const index = await this.#indexVerdicts(cohort.index, asker);
    const sorter = new PatternSorter(index.length);
    sorter.add(index);
    for (const { condition } of cohort.rules) {
      sorter.add(await this.#verdictsOf(condition, cohort.index, breath));
      await breath.pause();
    }
    const policies: UnknownPolicy[] = ['exclude', ...cohort.rules.map(({ unknown }) => unknown)];
    const patterns = sorter.counts();
    await breath.pause();
    const evaluation = {
      cohort,
      patients: index.length,
      failed: sorter.failed(policies),
      patterns,
      policies,
      attrition: attritionOf(patterns, policies),
    };
    await breath.pause();
    return this.#evaluations.set(key, evaluation);
  }

  async #verdictsOf(condition: Condition, index: AnchorEvent, breath: Breath): Promise<VerdictColumn> {
    const key = JSON.stringify([condition, index]);
    return this.#verdicts.get(key) ?? this.#verdicts.set(key, await this.#answer(condition, index, breath));
  }

  async #answer(condition: Condition, index: AnchorEvent, breath: Breath): Promise<VerdictColumn> {
    switch (condition.kind) {
      case 'category': {
        const column = await this.column(condition.fact);
        if (column.kind !== 'category') throw new RangeError(`${condition.fact} is no category`);
        return categoryVerdicts(column.coded, column.levels, condition.values);
      }
      case 'range': {
        const column = await this.column(condition.fact);
        if (column.kind !== 'number') throw new RangeError(`${condition.fact} is no number`);
        return rangeVerdicts(column.values, condition);
      }
      case 'events': {
        const rules = [{ condition, unknown: 'exclude' as const }];
        const names = await readyVerdicts(this.#engine, rules, index, breath.asker);
        return this.#read(names.get(conditionKey(condition, index)), breath.asker);
      }
      default: {
        const parts: VerdictColumn[] = [];
        for (const part of condition.kind === 'not' ? [condition.of] : condition.of) {
          parts.push(await this.#verdictsOf(part, index, breath));
          await breath.pause();
        }
        const [first, ...others] = parts;
        if (first === undefined) throw new RangeError('a combination of nothing');
        return combinedVerdicts(condition, [first, ...others]);
      }
    }
  }

  async #indexVerdicts(index: AnchorEvent, asker: Asker): Promise<VerdictColumn> {
    const key = JSON.stringify(index);
    const known = this.#verdicts.get(key);
    if (known !== undefined) return known;
    if (isSurelyThere(index)) {
      const { coded } = await this.column('sex');
      return this.#verdicts.set(key, new Uint8Array(coded.codes.length).fill(1));
    }
    const names = await readyVerdicts(this.#engine, [], index, asker);
    return this.#verdicts.set(key, await this.#read(names.get(indexKey(index)), asker));
  }

  async #read(table: string | undefined, asker: Asker): Promise<VerdictColumn> {
    if (table === undefined) throw new RangeError('the verdicts of no condition');
    const { columns } = await this.#engine.query(
      fillSlots(ruleVerdictsSql, { verdicts: identifier(table) }),
      asker,
    );
    return Uint8Array.from((columns.verdict ?? []) as ArrayLike<number>);
  }
}

const indices = new WeakMap<Engine, CohortIndex>();

/** The index of an engine; one for as long as the engine lives. */
export function cohortIndex(engine: Engine): CohortIndex {
  const index = indices.get(engine) ?? new CohortIndex(engine);
  indices.set(engine, index);
  return index;
}

/** Answers by key, the most recent ones kept. */
class Recent<Answer> {
  readonly #kept = new Map<string, Answer>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Answer | undefined {
    const answer = this.#kept.get(key);
    if (answer !== undefined) this.set(key, answer);
    return answer;
  }

  set(key: string, answer: Answer): Answer {
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return answer;
  }
}
