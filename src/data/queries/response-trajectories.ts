import { levelsOf } from '@core/analyses/group-variable';
import { curvePlaces } from '@core/analyses/molecular-response';
import { mostTrajectories, sampledKeys, type Trajectories } from '@core/analyses/response-trajectories';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import type { Engine } from '@data/engine/engine';
import { askCohort } from './ask-cohort';
import { mostAtOnce } from './cohort/breath';
import { type CohortEvaluation, cohortIndex, membersOf } from './cohort/cohort-index';
import curveSampleSql from './curve-sample.sql?raw';
import { type CurveSamples, curveSamplesAtHand, readyCurveSamples } from './derived/curve-samples';
import { visitColumnsAtHand } from './derived/visit-columns';
import { readyVisits } from './derived/visit-values';
import { groupLevelSql } from './group-level';
import type { Question } from './question';
import { literal } from './sql-text';
import { type KeptVisits, keptVisits, type VisitQuestion, visitDistribution } from './visit-distribution';

/** Samples of at most `mostTrajectories` patients of a curve, the same patients for the same cohort. */
export const responseTrajectories: Question<VisitQuestion, PatientLevel<Trajectories>> = {
  id: 'response-trajectories',
  async ask(engine, question, options) {
    const { cohort, origin } = question;
    const kept = keptVisits(engine, question);
    const chosen =
      kept === null
        ? await askChosen(engine, question, options)
        : chosenOf(question, kept, await cohortIndex(engine).evaluate(cohort, options));
    return trajectoriesOf(chosen, await readyCurveSamples(engine, origin, chosen.keys, options));
  },
  atHand(engine, question) {
    const known = curveSamplesAtHand(engine, question.origin);
    const kept = keptVisits(engine, question);
    if (known === null || kept === null || kept.visits.place.length > mostAtOnce) return null;
    const evaluation = cohortIndex(engine).evaluateAtOnce(question.cohort);
    if (evaluation === null) return null;
    const chosen = chosenOf(question, kept, evaluation);
    return chosen.keys.every((key) => known.has(key)) ? trajectoriesOf(chosen, known) : null;
  },
  async keep(engine, question) {
    await visitDistribution.keep?.(engine, question);
    const visits = visitColumnsAtHand(engine, question.origin);
    if (visits === null || visits.place.length > mostPatientsKept) return;
    const onCurve = Array.from(visits.place.keys()).filter((patient) => visits.place[patient] === 0);
    await readyCurveSamples(engine, question.origin, onCurve);
  },
};

/** Patients up to which the samples of all of them are kept. */
const mostPatientsKept = 5_000;

interface Chosen {
  readonly keys: readonly number[];
  /** Level of each of them. */
  readonly levels: readonly string[];
  readonly eligible: number;
}

function chosenOf(
  { groupBy }: VisitQuestion,
  { visits, level }: KeptVisits,
  evaluation: CohortEvaluation,
): Chosen {
  const { place } = visits;
  const onCurve = membersOf(evaluation, place.length).filter(
    (patient) => place[patient] === 0 && (level === null || level[patient] !== 0),
  );
  const keys = sampledKeys(onCurve);
  const names = levelsOf(groupBy);
  return {
    keys,
    levels: keys.map((key) => names[level === null ? 0 : (level[key] as number) - 1] ?? ''),
    eligible: onCurve.length,
  };
}

async function askChosen(
  engine: Engine,
  { cohort, origin, groupBy }: VisitQuestion,
  options: { readonly signal: AbortSignal },
): Promise<Chosen> {
  const { patients } = await readyVisits(engine, origin);
  const levels = levelsOf(groupBy);
  const rows = await askCohort(
    engine,
    {
      question: 'curve-sample',
      sql: curveSampleSql,
      cohort,
      slots: {
        level: groupLevelSql(groupBy),
        levels: literal(levels),
        patients,
        drawn: literal(curvePlaces.indexOf('drawn')),
        most: literal(mostTrajectories),
      },
    },
    options,
    (row) => ({
      key: row.count('patient_key'),
      level: levels[row.count('level_index')] ?? '',
      eligible: row.count('eligible'),
    }),
  );
  const inOrder = rows.toSorted((a, b) => a.key - b.key);
  return {
    keys: inOrder.map(({ key }) => key),
    levels: inOrder.map(({ level }) => level),
    eligible: rows[0]?.eligible ?? 0,
  };
}

function trajectoriesOf({ keys, levels, eligible }: Chosen, known: CurveSamples): PatientLevel<Trajectories> {
  return patientLevel({
    patients: keys.flatMap((patientKey, at) => {
      const ofThis = known.get(patientKey) ?? [];
      return ofThis.length === 0 ? [] : [{ patientKey, level: levels[at] ?? '', samples: ofThis }];
    }),
    eligible,
  });
}
