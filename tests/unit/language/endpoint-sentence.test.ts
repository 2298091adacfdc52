import { endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointSentence } from '@language/endpoint-sentence';
import { languages } from '@language/message';
import { arbitraryEndpoint } from '@tests/support/arbitrary-endpoint';
import { wordsFor } from '@tests/support/words-in';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the sentence of an endpoint', () => {
  it('says the rule of EURO-SKI', () => {
    const { endpoint } = endpointPresets['euro-ski-mrfs'];
    expect(endpointSentence(wordsFor('en'), endpoint)).toBe(
      'From stop number 1; event: one test > 0.1 % IS (loss of MMR). Censored at the last sample that tells, at the latest at restart of treatment.',
    );
    expect(endpointSentence(wordsFor('fr'), endpoint).replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Depuis l’arrêt n° 1 ; événement : un prélèvement > 0,1 % IS (perte de la RMM). Censure : dernier échantillon interprétable, au plus tard : reprise du traitement.',
    );
  });

  it('is different for every preset', () => {
    for (const language of languages) {
      const sentences = endpointPresetIds.map((id) =>
        endpointSentence(wordsFor(language), endpointPresets[id].endpoint),
      );
      expect(new Set(sentences).size).toBe(endpointPresetIds.length);
    }
  });

  it('has all its words for any definition', () => {
    fc.assert(
      fc.property(arbitraryEndpoint, fc.constantFrom(...languages), (endpoint, language) => {
        const sentence = endpointSentence(wordsFor(language), endpoint);
        // An id, a code of the definition or an open placeholder would show as one of these.
        expect(sentence).not.toMatch(/[{}_]|endpoint\.|undefined|null|NaN| {2}|,,|: [;.]/);
        expect(sentence.endsWith('.')).toBe(true);
      }),
    );
  });
});
