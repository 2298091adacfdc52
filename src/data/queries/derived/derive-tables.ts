import { anyTimeFromMonth } from '@core/cohort/mmr-course';
import { daysPerMonth, daysPerYear } from '@core/domain/calendar';
import { baselineWindow, longestHalvingTimeDays } from '@core/domain/early-kinetics';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import { eln2013, eln2020 } from '@core/domain/guideline';
import { milestoneWindows } from '@core/domain/milestone';
import { type ResponseClass, responseClasses, responseRank } from '@core/domain/response-class';
import { majorMolecularResponsePercent } from '@core/domain/response-depth';
import { observatoryStopCriteria } from '@core/domain/stop-criteria';
import { frenchSustainedResponse } from '@core/domain/sustained-response';
import { atypicalTranscripts } from '@core/domain/transcript';
import { secondGenerationDrugs, tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import type { Engine } from '@data/engine/engine';
import { forgetIndex } from '../cohort/cohort-index';
import { forgetCounts } from '../cohort/kept-counts';
import { forgetLevels } from '../cohort/level-column';
import { forgetWaits } from '../monitoring/ready-waits';
import { fillSlots, literal, real } from '../sql-text';
import { forgetCurveSamples } from './curve-samples';
import decisionSql from './decision.sql?raw';
import { eligibilitySql } from './eligibility-sql';
import { forgetExitColumns } from './exit-columns';
import mmrCourseSql from './mmr-course.sql?raw';
import molecularReadingSql from './molecular-reading.sql?raw';
import molecularRecurrenceSql from './molecular-recurrence.sql?raw';
import patientAnchorSql from './patient-anchor.sql?raw';
import patientFactSql from './patient-fact.sql?raw';
import { patientRanges } from './patient-ranges';
import patientResponseSql from './patient-response.sql?raw';
import { forgetExits } from './ready-exits';
import { responseRankSql, showsMmrSql, verdictSql, windowMonthSql } from './response-sql';
import { scoreGroupSql, scoreSql } from './score-sql';
import stopHistorySql from './stop-history.sql?raw';
import { sustainedResponseSql } from './sustained-response';
import tkiLineSql from './tki-line.sql?raw';
import { forgetVisitColumns } from './visit-columns';
import { createVisitTables, derivedOrigin, fillVisitTables, forgetVisits } from './visit-values';

export interface DeriveOptions {
  /** The tables that the extract has; all of the contract when left out. An absent table leaves its facts unknown. */
  readonly present?: ReadonlySet<ExtractTableName>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/**
 * Computes, once per extract, what every screen asks for: `visit_value_first_tki` (one reading per patient and
 * visit window) and `curve_patient_first_tki` (who is on that curve),
 * `molecular_recurrence` (the first stop and what followed), `patient_fact` (what a cohort may ask), `patient_anchor`
 * (the days by which it counts) and `extract_table` (which tables the extract has).
 *
 * Reads the tables of the contract as `ingest` left them. Definitions come from `core/domain`; nothing is estimated here.
 *
 * @see tests/generative/patient-fact-twin.test.ts holds the facts equal to `core/cohort/derive-facts.ts`
 */
export async function deriveTables(engine: Engine, options: DeriveOptions = {}): Promise<void> {
  const { present = new Set(extractTableNames), signal, onProgress } = options;
  const run = (...statements: readonly string[]) =>
    engine.run(statements.join(';\n'), signal === undefined ? {} : { signal });
  forgetVisits(engine);
  forgetIndex(engine);
  forgetLevels(engine);
  forgetCounts(engine);
  forgetExitColumns(engine);
  forgetVisitColumns(engine);
  forgetCurveSamples(engine);
  await forgetExits(engine);
  await forgetWaits(engine);
  await run(
    createExtractTable(present),
    `create or replace temp table tki_line as\n${tkiLines}`,
    decisionSql,
    ...createVisitTables(derivedOrigin),
    createPatientResponse,
    createMmrCourse,
    createSustainedResponse,
  );
  const ranges = await patientRanges(engine);
  for (const [step, range] of ranges.entries()) {
    await run(
      readSamples(range.from, range.to),
      ...fillVisitTables(derivedOrigin, range),
      patientResponse,
      mmrCourse,
      sustainedResponse,
    );
    onProgress?.((step + 1) / ranges.length);
  }
  await run('drop table if exists molecular_reading', molecularRecurrence, stopHistory(present));
  await run(patientFact(present), patientAnchorSql, ...passing.map((name) => `drop table ${name}`));
}

/** Rows of `tki-line.sql`, as a statement. */
export const tkiLines = fillSlots(tkiLineSql, { tki_drugs: literal(tkiDrugs) });

/** Every sample of these patients that has a class, read once; the windows and the summaries are filled from it. */
function readSamples(from: number, to: number): string {
  return fillSlots(molecularReadingSql, {
    response_rank: responseRankSql,
    atypical_transcripts: literal(atypicalTranscripts),
    days_per_month: literal(daysPerMonth),
    from_key: literal(from),
    to_key: literal(to),
  });
}

const rank = (depth: ResponseClass) => literal(responseRank(depth));

const patientResponse = fillSlots(patientResponseSql, {
  mmr_rank: rank('MMR'),
  mr4_rank: rank('MR4'),
  mr4_5_rank: rank('MR4.5'),
  mr5_rank: rank('MR5'),
  milestone_month: windowMonthSql(milestoneWindows),
  days_per_month: literal(daysPerMonth),
  baseline_from_month: real(baselineWindow.fromMonth),
  baseline_to_month: real(baselineWindow.toDay / daysPerMonth),
  confirm_above_percent: real(eln2020.milestones[0].confirmation.abovePercent),
  confirm_from_months: real(eln2020.milestones[0].confirmation.fromMonths),
  confirm_to_months: real(eln2020.milestones[0].confirmation.toMonths),
});

const mmrCourse = fillSlots(mmrCourseSql, {
  mmr_percent: real(majorMolecularResponsePercent),
  any_time_from_month: real(anyTimeFromMonth),
  confirmed_one_at_least: real(eln2013.anyTime.lossOfMmr.oneAtLeastPercent),
  failure_above_percent: real(eln2020.anyTime.limits.failureAbovePercent),
  optimal_to_percent: real(eln2020.anyTime.limits.optimalToPercent),
});

/** `limitedHalvingTimeDays` of `core/cohort/kinetics-reading.ts`; a value that did not fall never halves. */
const halvingTimeSql = `case
    when percent_3m = 0 and baseline_percent is not null then 0
    when percent_3m >= baseline_percent then ${real(longestHalvingTimeDays)}
    when percent_3m < baseline_percent
      then least(${real(-Math.LN2)} * days_to_3m / ln(percent_3m / baseline_percent), ${real(longestHalvingTimeDays)})
  end`;

const sustainedResponse = `insert into sustained_response ${sustainedResponseSql(frenchSustainedResponse)}`;

function stopHistory(present: ReadonlySet<ExtractTableName>): string {
  return fillSlots(stopHistorySql, {
    second_generation_drugs: literal(secondGenerationDrugs),
    days_per_year: literal(daysPerYear),
    has_phase_events: String(present.has('phase_event')),
  });
}

const molecularRecurrence = fillSlots(molecularRecurrenceSql, {
  shows_mmr: showsMmrSql,
  mmr_percent: literal(majorMolecularResponsePercent),
  days_per_year: literal(daysPerYear),
});

function patientFact(present: ReadonlySet<ExtractTableName>): string {
  const [old3, old6, old12] = eln2013.milestones;
  const [new3, new6, new12] = eln2020.milestones;
  return fillSlots(patientFactSql, {
    atypical_transcripts: literal(atypicalTranscripts),
    days_per_month: literal(daysPerMonth),
    days_per_year: literal(daysPerYear),
    elts_score: scoreSql.elts,
    sokal_score: scoreSql.sokal,
    euro_score: scoreSql.euro,
    eutos_score: scoreSql.eutos,
    elts_group: scoreGroupSql.elts,
    sokal_group: scoreGroupSql.sokal,
    euro_group: scoreGroupSql.euro,
    eutos_group: scoreGroupSql.eutos,
    response_classes: literal(responseClasses),
    eln2013_3m: verdictSql('percent_3m', old3),
    eln2013_6m: verdictSql('percent_6m', old6),
    eln2013_12m: verdictSql('percent_12m', old12),
    eln2020_3m: verdictSql('percent_3m', new3, 'confirming_percent_3m'),
    eln2020_6m: verdictSql('percent_6m', new6),
    eln2020_12m: verdictSql('percent_12m', new12),
    halving_time_days: halvingTimeSql,
    ...eligibilitySql,
    has_phase_events: String(present.has('phase_event')),
    has_attempts: String(present.has('treatment_free_attempt')),
    stop_tki_years: literal(observatoryStopCriteria.tkiYears),
    stop_deep_months: literal(observatoryStopCriteria.deepResponseMonths),
  });
}

function createExtractTable(present: ReadonlySet<ExtractTableName>): string {
  const rows = extractTableNames.map((name) => `(${literal(name)}, ${present.has(name)})`);
  return `create or replace table extract_table as
    select name, present from (values ${rows.join(', ')}) as tables (name, present)`;
}

/** What the samples of one patient say together, until it is part of the facts and the anchors. */
const createPatientResponse = `create or replace temp table patient_response (
  patient_key integer, samples integer, best_rank tinyint,
  first_mmr_day integer, first_mr4_day integer, first_mr4_5_day integer, first_mr5_day integer, deep_days integer,
  decision_mr4_days integer, decision_mr4_5_days integer,
  rank_3m tinyint, rank_6m tinyint, rank_12m tinyint, percent_3m double, percent_6m double, percent_12m double,
  confirming_percent_3m double, baseline_percent double, days_to_3m integer,
  sample_3m_day integer, sample_6m_day integer, last_sample_day integer
)`;

const createMmrCourse =
  'create or replace temp table mmr_course (patient_key integer, course varchar, any_time varchar)';

const createSustainedResponse = `create or replace temp table sustained_response (
  patient_key integer, first_sustained_day integer, sustained_now boolean
)`;

/** Tables that the facts and the anchors are made from, and that nobody asks afterwards. */
const passing = [
  'tki_line',
  'decision',
  'patient_response',
  'mmr_course',
  'sustained_response',
  'stop_history',
] as const;
