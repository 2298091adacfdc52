import type { FailureDetails } from '@core/base/app-error';
import type { DecodedBatch, DecodedFacts, DecodeOrder } from './decoder';
import type { ExtractFailureCode } from './failure-code';

/** Page to decoder. Requests are answered one by one, in order. */
export type DecodeRequest = { readonly ask: 'open'; readonly order: DecodeOrder } | { readonly ask: 'next' };

/** Decoder to page. */
export type DecodeReply =
  /** The decoder has started; said once, before any answer. */
  | { readonly reply: 'ready' }
  | { readonly reply: 'opened'; readonly facts: DecodedFacts }
  | { readonly reply: 'batch'; readonly batch: DecodedBatch | null }
  | {
      readonly reply: 'failed';
      readonly code: ExtractFailureCode;
      readonly details: FailureDetails;
      /** The decoder's own words, for the cause; it names positions in a file, not values. */
      readonly words: string;
    };
