import type { AppError } from '@core/base/app-error';
import { catalogue, type MessageId } from './catalogue';
import type { Words } from './use-words';

/** What happened and what to do next, for an error that names itself; an unknown code gets the words for a stop. */
export function failureText(error: AppError, words: Words): { readonly what: string; readonly next: string } {
  const known = `failure.${error.code}.what` in catalogue;
  const code = known ? error.code : 'engine-stopped';
  return {
    what: words.say(`failure.${code}.what` as MessageId, error.details),
    next: words.say(`failure.${code}.next` as MessageId, error.details),
  };
}
