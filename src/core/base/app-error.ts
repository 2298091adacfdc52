/** Configuration facts of a failure (file, table, column, counts). Patient values never go in here. */
export type FailureDetails = Readonly<Record<string, string | number>>;

/**
 * The user cannot go on. Not a sentence: a code whose words live in the message catalogue as
 * `failure.<code>.what` (what happened, with the details filled in) and `failure.<code>.next` (what to do).
 *
 * @example
 * new AppError('missing-table', { table: 'molecular' }).code // 'missing-table'
 */
export class AppError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly details: FailureDetails;

  constructor(code: Code, details: FailureDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = Object.freeze({ ...details });
  }
}
