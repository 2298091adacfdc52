import type { AnchorEvent } from '@core/cohort/anchor-event';
import { type Attrition, attritionOf } from '@core/cohort/attrition';
import { membersWithout } from '@core/cohort/coded-column';
import {
  type AskedCondition,
  askedConditions,
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
import { type Asker, atOnce, Breath, type Steps } from './breath';
import { conditionKey, indexKey, isSurelyThere } from './compile-cohort';
import { type FactColumn, readFactColumn } from './fact-column';
import { readyVerdicts } from './ready-cohort';

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

/**
 * Places of the members of a cohort.
 *
 * @param patients  how many there are in the columns that are read at these places
 * @throws RangeError when the cohort is one of others
 */
export function membersOf({ failed }: CohortEvaluation, patients: number): Uint32Array {
  if (failed.length !== patients) throw new RangeError('columns of other patients than those of the cohort');
  return membersWithout(failed, 0);
}

const mostKept = { verdicts: 64, evaluations: 4 };

/** What the rules of a cohort stand on: facts of the patients, and verdicts that only the engine can give, by key. */
interface Ground {
  readonly columns: Map<FactId, FactColumn>;
  readonly verdicts: Map<string, VerdictColumn>;
}

/**
 * Verdicts and facts of the patients of one extract, kept beside the engine. Conditions on facts and combinations are
 * answered here, from the facts; the engine is asked for facts and conditions on events and quality that it was not asked before.
 * Rows stay in this page's memory.
 */
export class CohortIndex {
  readonly #engine: Engine;
  readonly #verdicts = new Recent<VerdictColumn>(mostKept.verdicts);
  readonly #evaluations = new Recent<CohortEvaluation>(mostKept.evaluations);
  readonly #underway = new Map<string, Promise<CohortEvaluation>>();
  readonly #columns = new Map<FactId, Promise<FactColumn>>();
  readonly #columnsAtHand = new Map<FactId, FactColumn>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** One fact of every patient. Many may wait for it: one of them cannot cancel it. */
  column(fact: FactId): Promise<FactColumn> {
    const column = this.#columns.get(fact) ?? this.#readColumn(fact);
    this.#columns.set(fact, column);
    column.catch(() => this.#columns.delete(fact));
    return column;
  }

  /** Facts that were read before, in the same order; `null` when one of them was not. */
  columnsAtHand(facts: readonly FactId[]): readonly FactColumn[] | null {
    const columns = facts.flatMap((fact) => this.#columnsAtHand.get(fact) ?? []);
    return columns.length === facts.length ? columns : null;
  }

  /** Asks the engine for the facts that the rules of a cohort are on, if they were not read before. */
  readAhead(cohort: CohortDefinition): void {
    for (const fact of needsOf(cohort).facts) this.column(fact).catch(() => undefined);
  }

  /** A cohort over all patients. An aborted one ends at the next rule; who asks for the same meanwhile waits for the first. */
  async evaluate(cohort: CohortDefinition, asker: Asker = {}): Promise<CohortEvaluation> {
    const key = JSON.stringify(cohort);
    for (;;) {
      const known = this.#evaluations.get(key);
      if (known !== undefined) return known;
      const before = this.#underway.get(key);
      if (before === undefined) break;
      // One that was aborted or failed is begun anew, by somebody who still wants it.
      await before.catch(() => undefined);
      asker.signal?.throwIfAborted();
    }
    const evaluation = this.#evaluateAnew(cohort, new Breath(asker));
    this.#underway.set(key, evaluation);
    try {
      return await evaluation;
    } finally {
      this.#underway.delete(key);
    }
  }

  async #evaluateAnew(cohort: CohortDefinition, breath: Breath): Promise<CohortEvaluation> {
    return breath.through(this.#steps(cohort, await this.#gather(cohort, breath)));
  }

  /** Whether a cohort and some facts can be counted without the engine. */
  isAtHand(cohort: CohortDefinition, facts: readonly FactId[]): boolean {
    return this.columnsAtHand(facts) !== null && this.#groundAtHand(cohort) !== null;
  }

  /** The same without the engine and without a pause; `null` when the engine must be asked. */
  evaluateAtOnce(cohort: CohortDefinition): CohortEvaluation | null {
    const known = this.#evaluations.get(JSON.stringify(cohort));
    if (known !== undefined) return known;
    const ground = this.#groundAtHand(cohort);
    return ground === null ? null : atOnce(this.#steps(cohort, ground));
  }

  *#steps(cohort: CohortDefinition, ground: Ground): Steps<CohortEvaluation> {
    const index = this.#indexVerdicts(cohort.index, ground);
    const sorter = new PatternSorter(index.length);
    sorter.add(index);
    for (const { condition } of cohort.rules) {
      sorter.add(yield* this.#verdictsOf(condition, cohort.index, ground));
      yield;
    }
    const policies: UnknownPolicy[] = ['exclude', ...cohort.rules.map(({ unknown }) => unknown)];
    const patterns = sorter.counts();
    yield;
    const failed = sorter.failed(policies);
    yield;
    const attrition = attritionOf(patterns, policies);
    return this.#evaluations.set(JSON.stringify(cohort), {
      cohort,
      patients: index.length,
      failed,
      patterns,
      policies,
      attrition,
    });
  }

  *#verdictsOf(condition: Condition, index: AnchorEvent, ground: Ground): Steps<VerdictColumn> {
    const key = JSON.stringify([condition, index]);
    return this.#verdicts.get(key) ?? this.#verdicts.set(key, yield* this.#answer(condition, index, ground));
  }

  *#answer(condition: Condition, index: AnchorEvent, ground: Ground): Steps<VerdictColumn> {
    switch (condition.kind) {
      case 'category': {
        const column = ground.columns.get(condition.fact);
        if (column?.kind !== 'category') throw new RangeError(`${condition.fact} is no category`);
        return categoryVerdicts(column.coded, column.levels, condition.values);
      }
      case 'range': {
        const column = ground.columns.get(condition.fact);
        if (column?.kind !== 'number') throw new RangeError(`${condition.fact} is no number`);
        return rangeVerdicts(column.values, condition);
      }
      case 'events':
      case 'quality':
        return verdictsOn(ground, JSON.stringify([condition, index]));
      default: {
        const parts: VerdictColumn[] = [];
        for (const part of condition.kind === 'not' ? [condition.of] : condition.of) {
          parts.push(yield* this.#verdictsOf(part, index, ground));
          yield;
        }
        const [first, ...others] = parts;
        if (first === undefined) throw new RangeError('a combination of nothing');
        return combinedVerdicts(condition, [first, ...others]);
      }
    }
  }

  #indexVerdicts(index: AnchorEvent, ground: Ground): VerdictColumn {
    const key = indexKey(index);
    const known = this.#verdicts.get(key);
    if (known !== undefined) return known;
    const patients = ground.columns.get(anyFact)?.coded.codes.length ?? 0;
    return this.#verdicts.set(
      key,
      isSurelyThere(index) ? new Uint8Array(patients).fill(1) : verdictsOn(ground, key),
    );
  }

  /** The ground of a cohort as far as it is in memory: `null` when it is not there whole. */
  #groundAtHand(cohort: CohortDefinition): Ground | null {
    const { facts, events } = needsOf(cohort);
    const columns = this.columnsAtHand(facts);
    if (columns === null) return null;
    const verdicts = new Map<string, VerdictColumn>();
    for (const [key] of events) {
      const known = this.#verdicts.get(key);
      if (known === undefined) return null;
      verdicts.set(key, known);
    }
    return { columns: new Map(columns.map((column) => [column.fact, column])), verdicts };
  }

  async #gather(cohort: CohortDefinition, breath: Breath): Promise<Ground> {
    const { facts, events } = needsOf(cohort);
    const ground: Ground = { columns: new Map(), verdicts: new Map() };
    for (const fact of facts) {
      ground.columns.set(fact, await this.column(fact));
      await breath.pause();
    }
    for (const [key, condition] of events) {
      const known =
        this.#verdicts.get(key) ??
        this.#verdicts.set(key, await this.#ask(condition, cohort.index, breath.asker));
      ground.verdicts.set(key, known);
    }
    return ground;
  }

  /** @param condition  `null` for the index event itself */
  async #ask(condition: AskedCondition | null, index: AnchorEvent, asker: Asker): Promise<VerdictColumn> {
    const rules = condition === null ? [] : [{ condition, unknown: 'exclude' as const }];
    const tables = await readyVerdicts(this.#engine, rules, index, asker);
    const table = tables.get(condition === null ? indexKey(index) : conditionKey(condition, index));
    if (table === undefined) throw new RangeError('the verdicts of no condition');
    return table.told;
  }

  async #readColumn(fact: FactId): Promise<FactColumn> {
    const column = await readFactColumn(this.#engine, fact);
    this.#columnsAtHand.set(fact, column);
    return column;
  }
}

/** Any fact tells how many patients there are. */
export const anyFact: FactId = 'sex';

/** Facts, and conditions that the engine answers, by the key of their verdicts; `null` is the index event. */
function needsOf({ index, rules }: CohortDefinition): {
  readonly facts: readonly FactId[];
  readonly events: ReadonlyMap<string, AskedCondition | null>;
} {
  const conditions = rules.map(({ condition }) => condition);
  const facts = new Set<FactId>([anyFact, ...conditions.flatMap(factsOf)]);
  const events = new Map<string, AskedCondition | null>(
    conditions
      .flatMap(askedConditions)
      .map((condition) => [JSON.stringify([condition, index]), condition] as const),
  );
  if (!isSurelyThere(index)) events.set(indexKey(index), null);
  return { facts: [...facts], events };
}

function factsOf(condition: Condition): readonly FactId[] {
  if (condition.kind === 'category' || condition.kind === 'range') return [condition.fact];
  if (condition.kind === 'events' || condition.kind === 'quality') return [];
  return [condition.of].flat().flatMap((part) => factsOf(part as Condition));
}

function verdictsOn({ verdicts }: Ground, key: string): VerdictColumn {
  const found = verdicts.get(key);
  if (found === undefined) throw new RangeError('the verdicts of no condition');
  return found;
}

const indices = new WeakMap<Engine, CohortIndex>();

/** The index of an engine; one for as long as the engine lives. */
export function cohortIndex(engine: Engine): CohortIndex {
  const index = indices.get(engine) ?? new CohortIndex(engine);
  indices.set(engine, index);
  return index;
}

/** Drops what was read from tables that have changed since. */
export const forgetIndex = (engine: Engine): void => void indices.delete(engine);

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
