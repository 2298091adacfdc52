import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { everyone } from '@core/cohort/cohort-definition';
import type { ExtractTableName } from '@core/domain/extract-tables';
import { boundValue } from '@data/engine/bound-value';
import type { Cell, SqlValue } from '@data/engine/engine';
import type { Question } from '@data/queries/question';
import { answerValues, forgetAnswer, keepAnswer } from '@data/queries/workbench/kept-answer';
import { readStatement } from '@data/queries/workbench/read-statement';
import { namesIn } from '@data/queries/workbench/script';
import { type CohortView, currentCohortView, readyViews } from '@data/queries/workbench/workbench-view';
import type { OpenExtract } from '@session/open-extract';

/** A row of an answer, by the names of its columns. */
export type NotebookRow = Readonly<Record<string, Cell>>;

/** Rows that a cell of SQL takes into the page. */
const mostRows = 200_000;

let answers = 0;

/**
 * What a notebook asks: the open extract, by SQL that reads or by the questions of the screens. `cohort` and the
 * tables of endpoints and response classes are there as in the workbench.
 */
export class NotebookDatabase {
  readonly extract: OpenExtract;
  readonly #cohorts: readonly CohortView[];

  constructor(
    extract: OpenExtract,
    cohorts: readonly CohortView[] = [{ view: currentCohortView, cohort: everyone }],
  ) {
    this.extract = extract;
    this.#cohorts = cohorts;
  }

  /** The same extract with a cohort of the notebook as the table `cohort`, or under other names. */
  with(cohorts: Readonly<Record<string, CohortDefinition>>): NotebookDatabase {
    return new NotebookDatabase(
      this.extract,
      Object.entries(cohorts).map(([view, cohort]) => ({ view, cohort })),
    );
  }

  /** Whether the extract has a table; without it, what needs it is not known. */
  has(table: ExtractTableName): boolean {
    return this.extract.tables.some(({ name, present }) => name === table && present);
  }

  /** Asks a question of the screens. */
  ask<Parameters, Answer>(question: Question<Parameters, Answer>, parameters: Parameters): Promise<Answer> {
    return question.ask(this.extract.engine, parameters, { signal: new AbortController().signal });
  }

  /**
   * The rows of a statement that reads; values in it are bound as values, never as SQL. At most 200,000 rows: count
   * in SQL what is more.
   *
   * @throws Error for a statement that does more than read, or in the words of the engine
   */
  async sql(texts: TemplateStringsArray, ...values: readonly SqlValue[]): Promise<readonly NotebookRow[]> {
    const statement = texts
      .map((text, place) => (place === 0 ? text : `${boundValue(values[place - 1] ?? null)}${text}`))
      .join('')
      .trim()
      .replace(/;$/, '');
    const read = readStatement(statement);
    if (read?.kind !== 'rows') throw new Error('a statement of a notebook only reads');
    const { engine } = this.extract;
    const { signal } = new AbortController();
    await readyViews(engine, namesIn(read.sql), this.#cohorts, { signal });
    answers += 1;
    const answer = await keepAnswer(engine, read.sql, `notebook_answer_${answers}`, { signal });
    try {
      const columns = answer.columns.map(({ name }) => name);
      const cells = await answerValues.ask(engine, { answer, columns, most: mostRows }, { signal });
      if (answer.rows > mostRows)
        throw new Error(`${answer.rows} rows are too many for a page; count them in SQL`);
      return Array.from({ length: answer.rows }, (_, row) =>
        Object.fromEntries(columns.map((name) => [name, cells[name]?.[row] ?? null])),
      );
    } finally {
      await forgetAnswer(engine, answer.name);
    }
  }
}
