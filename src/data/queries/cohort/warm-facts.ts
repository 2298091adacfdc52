import { factIds, isNumberFact } from '@core/cohort/fact-vocabulary';
import type { Engine } from '@data/engine/engine';
import { anyFact, cohortIndex } from './cohort-index';

/** Beyond it the memory of a page is needed for answers: all facts of a million patients are 0.27 GB. */
const mostWarmBytes = 300_000_000;
/** Of one patient: a code, and of a number the number beside it. */
const bytesOf = { category: 1, number: 9 };

/**
 * Reads the facts that nobody has asked for yet, one after the other, so that the first rule on one of them needs no answer
 * of the engine.
 *
 * @param quiet  waits for a moment in which nobody waits for the engine; what it rejects with ends the reading
 * @param mostBytes  what all facts may take in memory
 */
export async function warmFacts(
  engine: Engine,
  quiet: () => Promise<void>,
  mostBytes = mostWarmBytes,
): Promise<void> {
  const index = cohortIndex(engine);
  await quiet();
  const patients = (await index.column(anyFact)).coded.codes.length;
  let bytes = 0;
  for (const fact of factIds) {
    bytes += patients * bytesOf[isNumberFact(fact) ? 'number' : 'category'];
    if (bytes > mostBytes) return;
    if (index.columnsAtHand([fact]) !== null) continue;
    await quiet();
    await index.column(fact);
  }
}
