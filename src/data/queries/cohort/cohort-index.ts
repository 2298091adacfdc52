import type { AnchorEvent } from '@core/cohort/anchor-event';
import { type Attrition, attritionOf } from '@core/cohort/attrition';
import {
  type CohortDefinition,
  type CohortRule,
  factOf,
  type UnknownPolicy,
} from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { failedRules, type RulePattern, rulePatterns, type VerdictColumn } from '@core/cohort/rule-patterns';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { fillSlots } from '../sql-text';
import { type FactColumn, readFactColumn } from './fact-column';
import { readyCohort } from './ready-cohort';
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

const mostKept = { verdicts: 64, evaluations: 12 };

/**
 * Verdicts and facts of the patients of one extract, kept beside the engine: a change of one rule asks for that rule
 * alone, and counts over all patients are made from what is here. Rows stay in this page's memory.
 */
export class CohortIndex {
  readonly #engine: Engine;
  readonly #verdicts = new Recent<VerdictColumn>(mostKept.verdicts);
  readonly #columns = new Recent<FactColumn>(Number.POSITIVE_INFINITY);
  readonly #evaluations = new Recent<CohortEvaluation>(mostKept.evaluations);

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** One fact of every patient. */
  column(fact: FactId, options: QueryOptions = {}): Promise<FactColumn> {
    return this.#columns.get(fact, () => readFactColumn(this.#engine, fact, withoutSignal(options)));
  }

  /** A cohort over all patients; asks the engine only for rules it has not answered yet. */
  evaluate(cohort: CohortDefinition, options: QueryOptions = {}): Promise<CohortEvaluation> {
    return this.#evaluations.get(JSON.stringify(cohort), async () => {
      const index = await this.#verdictOf(null, cohort.index, options);
      const columns = [index];
      for (const rule of cohort.rules) columns.push(await this.#verdictOf(rule, cohort.index, options));
      const policies: UnknownPolicy[] = ['exclude', ...cohort.rules.map(({ unknown }) => unknown)];
      const patients = index.length;
      const patterns = rulePatterns(columns, patients);
      return {
        cohort,
        patients,
        failed: failedRules(
          columns.map((verdicts, k) => ({ verdicts, unknown: policies[k] ?? 'exclude' })),
          patients,
        ),
        patterns,
        policies,
        attrition: attritionOf(patterns, policies),
      };
    });
  }

  #verdictOf(rule: CohortRule | null, index: AnchorEvent, options: QueryOptions): Promise<VerdictColumn> {
    const key = JSON.stringify([rule?.condition ?? null, index]);
    return this.#verdicts.get(key, async () => {
      const compiled = await readyCohort(
        this.#engine,
        { index, rules: rule === null ? [] : [rule] },
        options,
      );
      const asked = rule === null ? compiled.index : compiled.rules[0];
      const { columns } = await this.#engine.query(
        fillSlots(ruleVerdictsSql, { rule: asked?.sql ?? 'true', facts: compiled.facts }),
        { ...options, values: asked?.values ?? [] },
      );
      return Uint8Array.from((columns.verdict ?? []) as ArrayLike<number>);
    });
  }
}

/** What many may wait for is not cancelled by one of them. */
const withoutSignal = ({ signal: _, ...others }: QueryOptions): QueryOptions => others;

const indices = new WeakMap<Engine, CohortIndex>();

/** The index of an engine; one for as long as the engine lives. */
export function cohortIndex(engine: Engine): CohortIndex {
  const index = indices.get(engine) ?? new CohortIndex(engine);
  indices.set(engine, index);
  return index;
}

/** Answers by key, the most recent ones kept; an answer that fails is not kept. */
class Recent<Answer> {
  readonly #kept = new Map<string, Promise<Answer>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#kept.get(key) ?? ask();
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    answer.catch(() => {
      if (this.#kept.get(key) === answer) this.#kept.delete(key);
    });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return answer;
  }
}
