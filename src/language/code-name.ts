import type { FactId } from '@core/cohort/fact-vocabulary';
import type { LinkedTable } from '@core/cohort/patient-record';
import type { Words } from './use-words';

/** Facts and columns whose codes are named once, under the name of a list. */
const listOf: Readonly<Record<string, string>> = {
  sokal: 'elts',
  euro: 'elts',
  eutos: 'elts',
  first_tki: 'first_line_drug',
  last_tki: 'first_line_drug',
  high_risk_aca: 'yes_no',
  on_tki: 'yes_no',
  progression: 'yes_no',
  stop_criteria: 'yes_no',
  lost_mmr_after_stop: 'yes_no',
  response_3m: 'response',
  response_6m: 'response',
  response_12m: 'response',
  best_response: 'response',
  sustained_deep_response: 'yes_no',
  eligible_eln2020_minimal: 'yes_no',
  eligible_eln2020_optimal: 'yes_no',
  eligible_filmc2018: 'yes_no',
  eligible_euroski: 'yes_no',
  eligible_observatory: 'yes_no',
  eln2013_3m: 'milestone',
  eln2013_6m: 'milestone',
  eln2013_12m: 'milestone',
  eln2020_3m: 'milestone',
  eln2020_6m: 'milestone',
  eln2020_12m: 'milestone',
  eln2020_any_time: 'milestone',
  'treatment_line.drug': 'first_line_drug',
  'treatment_line.is_tki': 'yes_no',
  'treatment_line.generic': 'yes_no',
  'treatment_line.stop_reason': 'stop_reason',
  'molecular.response': 'response',
  'molecular.detected': 'yes_no',
  'molecular.control_gene': 'control_gene',
  'molecular.on_international_scale': 'yes_no',
  'molecular.method': 'method',
  'molecular.specimen': 'specimen',
  'molecular.validation': 'validation',
  'cytogenetics.high_risk_aca': 'yes_no',
  'prom.instrument': 'instrument',
  'phase_event.event': 'phase_event',
  'adverse_event.related': 'yes_no',
  'adverse_event.action': 'action',
  'treatment_free_attempt.restart_reason': 'restart_reason',
  'treatment_free_attempt.withdrawal_syndrome': 'yes_no',
};

/** The list under which the codes of a fact, or of a column (`molecular.method`), are named. */
export const codeListOf = (name: string): string => listOf[name] ?? name;

/** A code of a fact in words: «Women»; the code itself where lists are open (centres). */
export const factCode = (words: Words, fact: FactId, code: string): string =>
  words.name(codeListOf(fact), code);

/** A code of a column of a linked table in words. */
export const eventCode = (words: Words, table: LinkedTable, column: string, code: string): string =>
  words.name(codeListOf(`${table}.${column}`), code);
