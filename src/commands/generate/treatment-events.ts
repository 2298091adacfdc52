import type { Drug, LineStopReason } from '@core/domain/extract-tables';
import { startFirstDrug, startNextDrug } from './biology';
import { calendarTime, daysPerYear } from './calendar';
import { chooseFirstLine, chooseNextDrug, type SwitchCircumstances } from './drug-choice';
import { drugProfiles } from './drug-profiles';
import { growth } from './leukaemia';
import { type Agenda, never, openAttempt, type PatientHistory } from './patient-history';
import { drawAftermath, drawPhaseEvent } from './progression';
import type { RandomSource } from './random-source';

const timeOf = ({ enrolment }: PatientHistory, day: number) => calendarTime(enrolment.diagnosisTime, day);

/** First line, after a few days and for some a bridge of hydroxycarbamide. */
export function startTreatment(history: PatientHistory, random: RandomSource): void {
  const { course, biology, presentation } = history;
  const day = 1 + Math.floor(random.waiting(1 / 9));
  const isBridged = random.chance(0.03) && day > 4;
  if (isBridged) {
    course.start('hydroxycarbamide', 1);
    course.stop(day - 1, 'other');
  }
  const time = timeOf(history, day);
  const chosen = chooseFirstLine(time, random);
  const drug = presentation.phase !== 'CP' && time > 2007.9 && random.chance(0.6) ? 'dasatinib' : chosen;
  course.start(drug, day);
  startFirstDrug(biology, drug, day, random);
  planLine(history, drug, day, random);
}

/** Factor on the hazard of a switch for toxicity: those left in late lines bear their drug. */
const toleranceByLine = [1, 0.6, 0.4, 0.25, 0.15, 0.1, 0] as const;

/** Draws what may end the new line: toxicity, or a reason outside the disease. */
function planLine(history: PatientHistory, drug: Drug, day: number, random: RandomSource): void {
  const { agenda, course } = history;
  const [first, second, later] = drugProfiles[drug].intolerance;
  const tolerance = toleranceByLine[Math.min(course.lines.length, toleranceByLine.length) - 1] ?? 1;
  agenda.intolerance =
    day + 10 + drawPiecewise([first * tolerance, second * tolerance, later * tolerance], random);
  agenda.otherSwitch = day + 60 + random.waiting(0.014 / daysPerYear);
}

function drawPiecewise(
  [first, second, later]: readonly [number, number, number],
  random: RandomSource,
): number {
  let rest = random.waiting(1);
  if (rest < first) return (rest / first) * daysPerYear;
  rest -= first;
  if (rest < 2 * second) return (1 + rest / second) * daysPerYear;
  return (3 + (later > 0 ? (rest - 2 * second) / later : never)) * daysPerYear;
}

/** Ends the current line and starts another drug a little later. */
export function switchDrug(
  history: PatientHistory,
  day: number,
  reason: LineStopReason,
  random: RandomSource,
  forced?: Drug,
): void {
  const { course, biology } = history;
  const cause: SwitchCircumstances['reason'] =
    reason === 'resistance' || reason === 'progression' || reason === 'intolerance' ? reason : 'other';
  const drug =
    forced ??
    chooseNextDrug(
      {
        time: timeOf(history, day),
        reason: cause,
        previous: course.drugsTaken,
        lineNumber: course.lines.length,
        hasT315I: history.hasT315I,
      },
      random,
    );
  const start =
    course.stop(day, reason) + 1 + (cause === 'intolerance' ? random.integer(0, 35) : random.integer(0, 10));
  course.start(drug, start, cause === 'intolerance' && random.chance(0.2));
  startNextDrug(biology, drug, start, random);
  planLine(history, drug, start, random);
}

/** Restarts treatment after a treatment-free attempt, mostly with the drug before. */
function restartTreatment(history: PatientHistory, day: number, random: RandomSource): void {
  const { course, biology, agenda } = history;
  const before = course.lines[course.lines.length - 1]?.drug ?? 'imatinib';
  const drug = before === 'imatinib' && random.chance(0.2) ? 'nilotinib' : before;
  course.start(drug, day, random.chance(0.25));
  startNextDrug(biology, drug, day, random);
  planLine(history, drug, day, random);
  agenda.restart = never;
}

/** What is due first, and when. */
export function nextOnAgenda({ agenda }: PatientHistory): { event: keyof Agenda; day: number } {
  let event: keyof Agenda = 'intolerance';
  for (const candidate of Object.keys(agenda) as (keyof Agenda)[]) {
    if (agenda[candidate] < agenda[event]) event = candidate;
  }
  return { event, day: Math.floor(agenda[event]) };
}

/** Lets the event happen on its day. */
export function handleEvent(
  history: PatientHistory,
  event: keyof Agenda,
  day: number,
  random: RandomSource,
): void {
  const { agenda, course } = history;
  agenda[event] = never;
  const line = course.current;
  switch (event) {
    case 'intolerance':
      if (line && line.drug !== 'allogeneic_transplant') switchDrug(history, day, 'intolerance', random);
      return;
    case 'otherSwitch':
      if (line && line.drug !== 'allogeneic_transplant') leaveForOtherReason(history, day, random);
      return;
    case 'pregnancyEnd':
      if (line) switchDrug(history, day, 'other', random, 'imatinib');
      return;
    case 'progression':
      progress(history, day, random);
      return;
    case 'transplant':
      if (line) switchDrug(history, day, 'progression', random, 'allogeneic_transplant');
      agenda.intolerance = never;
      agenda.otherSwitch = never;
      return;
    case 'secondaryResistance':
      becomeResistant(history, day, random);
      return;
    case 'restart': {
      const attempt = openAttempt(history);
      if (!attempt) return;
      attempt.restartDay = day;
      restartTreatment(history, day, random);
    }
  }
}

function leaveForOtherReason(history: PatientHistory, day: number, random: RandomSource): void {
  const { person, agenda, enrolment } = history;
  const age = person.age + day / daysPerYear;
  if (person.sex === 'F' && age < 43 && random.chance(0.7)) {
    switchDrug(history, day, 'pregnancy', random, 'interferon');
    agenda.intolerance = never;
    agenda.otherSwitch = never;
    agenda.pregnancyEnd = day + random.integer(240, 420);
    return;
  }
  const isShortage = calendarTime(enrolment.diagnosisTime, day) > 2016 && random.chance(0.2);
  switchDrug(
    history,
    day,
    isShortage ? 'availability' : random.chance(0.6) ? 'patient_choice' : 'other',
    random,
  );
}

/** Accelerated or blast phase: the resistant cells take over, a stronger drug follows, and for some a transplant. */
export function progress(history: PatientHistory, day: number, random: RandomSource): void {
  const { biology, agenda, death, phaseEvents, course } = history;
  if (phaseEvents.some(({ event }) => event === 'BP')) return;
  const isBlastAtDiagnosis = history.presentation.phase === 'BP';
  const hadAp = history.presentation.phase === 'AP' || phaseEvents.some(({ event }) => event === 'AP');
  const event = hadAp || isBlastAtDiagnosis ? 'BP' : drawPhaseEvent(random);
  if (!isBlastAtDiagnosis) phaseEvents.push({ day, event });
  history.hasFailed = true;
  biology.leukaemia.advance(day);
  biology.leukaemia.resistant.size = Math.max(biology.leukaemia.resistant.size, event === 'BP' ? 15 : 4);
  biology.leukaemia.resistant.rate = growth(45);
  const aftermath = drawAftermath(event, day, history.person, random);
  if (aftermath.deathDay < death.day) history.death = { day: aftermath.deathDay, cause: 'cml' };
  agenda.transplant = Math.min(agenda.transplant, aftermath.transplantDay);
  if (event === 'AP') agenda.progression = day + 60 + random.waiting(0.2 / daysPerYear);
  if (course.current) switchDrug(history, day, 'progression', random);
}

/** A resistant clone appears and grows until the samples show it. */
function becomeResistant({ biology, course }: PatientHistory, day: number, random: RandomSource): void {
  if (!course.current) return;
  const { leukaemia } = biology;
  const level = leukaemia.level(day);
  leukaemia.advance(day);
  leukaemia.resistant.size = Math.max(leukaemia.resistant.size, 0.2 * level);
  leukaemia.resistant.rate = growth(random.logNormal(60, 0.3));
}
