import { daysFromMonths } from '@core/domain/calendar';
import { responseRank } from '@core/domain/response-class';
import type { SustainedDefinition } from '@core/domain/sustained-response';
import { fillSlots, literal, real } from '../sql-text';
import statement from './sustained-response.sql?raw';

/**
 * `sustainedResponse(…)` of `core/domain/sustained-response.ts` in SQL, for any definition, over `molecular_reading`:
 * one row per patient with a sustained run, with its first day and whether it goes on at the last test.
 *
 * @see tests/generative/sustained-response-twin.test.ts holds the two equal
 */
export function sustainedResponseSql(definition: SustainedDefinition): string {
  return fillSlots(statement, {
    depth_rank: literal(responseRank(definition.depth)),
    excursion_rank: literal(responseRank(definition.excursionAtMost)),
    tolerated_excursions: literal(definition.toleratedExcursions),
    minimum_tests: literal(definition.minimumTests),
    days: real(daysFromMonths(definition.months)),
  });
}
