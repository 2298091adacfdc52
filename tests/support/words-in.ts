/** The words of one language outside of a screen. */
export { wordsOfLanguage as wordsFor } from '@language/words-of-language';
