import type { Engine } from '@data/engine/engine';
import {
  type AnswerOrder,
  arrangeAnswer,
  forgetAnswer,
  type KeptAnswer,
  keepAnswer,
  statementPlan,
} from '@data/queries/workbench/kept-answer';
import { readStatement } from '@data/queries/workbench/read-statement';
import { namesIn, type ScriptStatement } from '@data/queries/workbench/script';
import { type StatementFault, statementFault } from '@data/queries/workbench/statement-fault';
import { type CohortView, readyViews } from '@data/queries/workbench/workbench-view';

/** What became of the statement that was run last in a tab. */
export type RunOutcome =
  | { readonly kind: 'running'; readonly since: number }
  | {
      readonly kind: 'answered';
      /** The answer of the statement, and the same as it is ordered and narrowed now. */
      readonly answer: KeptAnswer;
      readonly shown: KeptAnswer;
      readonly order: AnswerOrder | null;
      readonly condition: string;
      /** Why the last order or condition was not obeyed. */
      readonly arrangeFault: string | null;
      readonly milliseconds: number;
      readonly statement: string;
    }
  | { readonly kind: 'planned'; readonly plan: string; readonly milliseconds: number }
  /** The place of the fault is one in the script. */
  | { readonly kind: 'failed'; readonly fault: StatementFault }
  /** The statement would do more than read. */
  | { readonly kind: 'refused'; readonly position: number }
  | { readonly kind: 'cancelled' };

export interface WorkbenchTab {
  readonly id: string;
  /** Of a script that came from a figure; `null` for one of the reader's own. */
  readonly title: string | null;
  readonly outcome: RunOutcome | null;
}

/** A statement that was run in this page. */
export interface PastRun {
  readonly id: number;
  readonly sql: string;
  readonly rows: number | null;
  readonly milliseconds: number;
  readonly ended: 'answered' | 'planned' | 'failed' | 'cancelled';
}

export interface WorkbenchState {
  readonly tabs: readonly WorkbenchTab[];
  readonly chosen: string;
  /** Latest first. */
  readonly past: readonly PastRun[];
}

/** What a run needs of the page: the engine of the open extract, and the cohorts by the names of their tables. */
export interface RunPlace {
  readonly engine: Engine;
  readonly cohorts: readonly CohortView[];
}

const mostPast = 100;
export const mostTabs = 12;

/**
 * The scripts, answers and past runs of the workbench. They live in the memory of the page: closing it forgets them, and
 * nothing of them is in the address.
 */
export class WorkbenchStore {
  #state: WorkbenchState = {
    tabs: [{ id: 's1', title: null, outcome: null }],
    chosen: 's1',
    past: [],
  };
  readonly #scripts = new Map<string, string>();
  readonly #running = new Map<string, AbortController>();
  readonly #readers = new Set<() => void>();
  readonly #now: () => number;
  #opened = 1;
  #runs = 0;
  #engine: Engine | null = null;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#readers.add(tell);
    return () => this.#readers.delete(tell);
  };

  readonly state = (): WorkbenchState => this.#state;

  script(tab: string): string {
    return this.#scripts.get(tab) ?? '';
  }

  /** Keeps what is written; nobody is told, because it happens at every key. */
  write(tab: string, script: string): void {
    this.#scripts.set(tab, script);
  }

  /** Opens a script in a tab of its own; beyond the limit, in place of the oldest one. */
  open(script: string, title: string | null = null): string {
    const [oldest] = this.#state.tabs;
    if (this.#state.tabs.length >= mostTabs && oldest !== undefined) this.close(oldest.id);
    this.#opened += 1;
    const id = `s${this.#opened}`;
    this.#scripts.set(id, script);
    this.#set({ tabs: [...this.#state.tabs, { id, title, outcome: null }], chosen: id });
    return id;
  }

  choose(id: string): void {
    this.#set({ chosen: id });
  }

  /** Closes a tab and forgets its script and its answer; the last one is emptied instead. */
  close(id: string): void {
    this.cancel(id);
    this.#forget(this.#tab(id)?.outcome ?? null);
    this.#scripts.delete(id);
    const at = this.#state.tabs.findIndex((tab) => tab.id === id);
    const tabs = this.#state.tabs.filter((tab) => tab.id !== id);
    if (tabs.length === 0) {
      this.#opened += 1;
      tabs.push({ id: `s${this.#opened}`, title: null, outcome: null });
    }
    const next = tabs[Math.min(Math.max(0, at), tabs.length - 1)]?.id ?? '';
    this.#set({ tabs, chosen: this.#state.chosen === id ? next : this.#state.chosen });
  }

  /** Answers of an extract that is open no more are gone with its engine. */
  follow(engine: Engine): void {
    if (this.#engine === engine) return;
    this.#engine = engine;
    for (const controller of this.#running.values()) controller.abort();
    this.#running.clear();
    this.#set({ tabs: this.#state.tabs.map((tab) => ({ ...tab, outcome: null })) });
  }

  /** Runs one statement of a tab; what ran there before is cancelled. */
  async run(
    tab: string,
    statement: ScriptStatement,
    { engine, cohorts }: RunPlace,
    asPlan = false,
  ): Promise<void> {
    this.cancel(tab);
    const read = readStatement(statement.text);
    if (read === null) {
      this.#outcome(tab, { kind: 'refused', position: statement.from });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(tab, controller);
    const since = this.#now();
    this.#outcome(tab, { kind: 'running', since });
    this.#runs += 1;
    const run = this.#runs;
    const isPlan = asPlan || read.kind === 'plan';
    const end = (outcome: RunOutcome, ended: PastRun['ended'], rows: number | null = null) => {
      if (this.#running.get(tab) === controller) {
        this.#running.delete(tab);
        this.#outcome(tab, outcome);
      }
      this.#remember({ id: run, sql: statement.text, rows, milliseconds: this.#now() - since, ended });
    };
    try {
      await readyViews(engine, namesIn(read.sql), cohorts, { signal });
      if (isPlan) {
        const plan = await statementPlan(engine, read.sql, { signal });
        end({ kind: 'planned', plan, milliseconds: this.#now() - since }, 'planned');
        return;
      }
      const answer = await keepAnswer(engine, read.sql, `answer_${run}`, { signal });
      const arranged = { order: null, condition: '', arrangeFault: null, statement: statement.text };
      const milliseconds = this.#now() - since;
      if (this.#running.get(tab) !== controller)
        void forgetAnswer(engine, answer.name).catch(() => undefined);
      end({ kind: 'answered', answer, shown: answer, ...arranged, milliseconds }, 'answered', answer.rows);
    } catch (error) {
      if (signal.aborted) return end({ kind: 'cancelled' }, 'cancelled');
      const { message, position } = statementFault(error, read.sql);
      const place = position === null ? null : statement.from + read.offset + position;
      end({ kind: 'failed', fault: { message, position: place } }, 'failed');
    }
  }

  cancel(tab: string): void {
    const controller = this.#running.get(tab);
    if (controller === undefined) return;
    controller.abort();
    this.#running.delete(tab);
    this.#outcome(tab, { kind: 'cancelled' });
  }

  /** Shows the answer of a tab in another order, or the rows of it that meet a condition in SQL. */
  async arrange(
    tab: string,
    engine: Engine,
    change: { readonly order?: AnswerOrder | null; readonly condition?: string },
  ): Promise<void> {
    const before = this.#tab(tab)?.outcome;
    if (before?.kind !== 'answered') return;
    const order = change.order === undefined ? before.order : change.order;
    const condition = change.condition ?? before.condition;
    this.#runs += 1;
    const name = `arranged_${this.#runs}`;
    const isStill = () => {
      const now = this.#tab(tab)?.outcome;
      return now?.kind === 'answered' && now.answer === before.answer;
    };
    try {
      const shown =
        order === null && condition.trim() === ''
          ? before.answer
          : await arrangeAnswer(
              engine,
              before.answer,
              { name, order, condition },
              { signal: new AbortController().signal },
            );
      if (!isStill()) return;
      this.#outcome(tab, { ...before, shown, order, condition, arrangeFault: null });
    } catch (error) {
      if (!isStill()) return;
      this.#outcome(tab, { ...before, arrangeFault: statementFault(error, condition).message });
    }
  }

  #tab(id: string): WorkbenchTab | undefined {
    return this.#state.tabs.find((tab) => tab.id === id);
  }

  #outcome(id: string, outcome: RunOutcome): void {
    const before = this.#tab(id)?.outcome ?? null;
    this.#set({ tabs: this.#state.tabs.map((tab) => (tab.id === id ? { ...tab, outcome } : tab)) });
    this.#forget(before, outcome);
  }

  /** Drops the tables of an outcome that is shown no more. */
  #forget(before: RunOutcome | null, after: RunOutcome | null = null): void {
    const engine = this.#engine;
    if (engine === null) return;
    const kept = new Set(namesOf(after));
    for (const name of namesOf(before)) {
      if (!kept.has(name)) void forgetAnswer(engine, name).catch(() => undefined);
    }
  }

  #remember(run: PastRun): void {
    this.#set({ past: [run, ...this.#state.past].slice(0, mostPast) });
  }

  #set(change: Partial<WorkbenchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#readers) tell();
  }
}

const namesOf = (outcome: RunOutcome | null): readonly string[] =>
  outcome?.kind === 'answered' ? [outcome.answer.name, outcome.shown.name] : [];
