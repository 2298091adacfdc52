import type { AnswerColumn, KeptAnswer } from '@data/queries/workbench/kept-answer';

/** A column as an option of a list: by its place, because its name can be anything. */
export const columnId = (column: AnswerColumn, { columns }: KeptAnswer): string =>
  `c${columns.indexOf(column)}`;

export const columnOptions = (columns: readonly AnswerColumn[], answer: KeptAnswer) =>
  columns.map((column) => ({ id: columnId(column, answer), label: column.name }));

export const columnOf = (
  columns: readonly AnswerColumn[],
  answer: KeptAnswer,
  id: string | null,
): AnswerColumn | undefined => columns.find((column) => columnId(column, answer) === id);
