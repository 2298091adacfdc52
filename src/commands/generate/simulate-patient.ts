import { phaseEventKinds } from '@core/domain/extract-tables';
import { writeAdverseEvents } from './adverse-events';
import { daysPerYear } from './calendar';
import type { Centre } from './centres';
import { visit } from './clinic-visit';
import { enrol } from './enrolment';
import { type ExtractBuffers, markBuffers, rollBack } from './extract-buffers';
import { beginHistory, endOfHistory, openAttempt, type PatientHistory } from './patient-history';
import { writeQuestionnaires } from './questionnaires';
import type { RandomSource } from './random-source';
import { type Outcome, writeDiagnosis, writePatient } from './recording';
import { codesOf } from './table-buffer';
import { writeLines } from './treatment-course';
import { handleEvent, nextOnAgenda, progress, startTreatment } from './treatment-events';
import { type RelapseProfile, writeAttempts } from './treatment-free-remission';
import { daysToNextVisit } from './visit-schedule';

interface Registry {
  readonly centres: readonly Centre[];
  readonly centreSizes: readonly number[];
  readonly relapseProfile: RelapseProfile;
}

const eventCode = codesOf(phaseEventKinds);

/** Simulates candidates until one is in the registry: alive, in care and consenting when their centre includes them. */
export function simulatePatient(
  number: number,
  registry: Registry,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const mark = markBuffers(buffers);
  while (!simulateCandidate(number, registry, buffers, random)) rollBack(buffers, mark);
}

function simulateCandidate(
  number: number,
  registry: Registry,
  buffers: ExtractBuffers,
  random: RandomSource,
): boolean {
  const enrolment = enrol(registry.centres, registry.centreSizes, random);
  const history = beginHistory(number, enrolment, random);
  if (enrolment.inclusionDay + 20 > Math.min(history.death.day, enrolment.freezeDay)) return false;
  const lastSampleDay = live(history, registry.relapseProfile, buffers, random);
  if (enrolment.inclusionDay + 20 > history.death.day || lastSampleDay === 0) return false;
  record(history, lastSampleDay, buffers, random);
  return true;
}

/** Visits and events in their order until death, loss or the freeze. Returns the day of the last sample. */
function live(
  history: PatientHistory,
  profile: RelapseProfile,
  buffers: ExtractBuffers,
  random: RandomSource,
): number {
  const { centre } = history.enrolment;
  const isSampledAtDiagnosis = random.chance(0.9);
  if (isSampledAtDiagnosis) visit(history, 0, 0, profile, buffers, random);
  startTreatment(history, random);
  if (history.presentation.phase === 'BP')
    progress(history, 1 + (history.course.current?.startDay ?? 1), random);
  let lastVisit = 0;
  let nextVisit = Math.max(30, daysToNextVisit(situation(history, 0), centre, 1, random));
  for (;;) {
    const due = nextOnAgenda(history);
    const now = Math.min(due.day, nextVisit);
    if (now >= endOfHistory(history)) return lastVisit;
    if (due.day <= nextVisit) {
      handleEvent(history, due.event, Math.max(due.day, lastVisit + 1), random);
      continue;
    }
    visit(history, nextVisit, nextVisit - lastVisit, profile, buffers, random);
    lastVisit = nextVisit;
    nextVisit += daysToNextVisit(situation(history, nextVisit), centre, history.punctuality, random);
  }
}

function situation(history: PatientHistory, day: number) {
  const attempt = openAttempt(history);
  const { memory, course, attempts } = history;
  const months = (day - (course.current?.startDay ?? 0)) / 30.4;
  return {
    daysSinceDiagnosis: day,
    daysTreatmentFree: attempt ? Math.max(0, day - attempt.stopDay) : null,
    isFailing: months > 5 && memory.last > 1,
    isRecovering: attempts.length > 0 && !attempt && memory.last > 0.1,
    isStable: memory.majorSince !== null && day - memory.majorSince > daysPerYear,
  };
}

function record(
  history: PatientHistory,
  lastSampleDay: number,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const { number, enrolment, person, presentation, course } = history;
  forgetAfter(history, Math.floor(endOfHistory(history)));
  const outcome = concludeFollowUp(history, lastSampleDay, random);
  if (outcome.isDead) course.stop(outcome.lastContactDay, 'death');
  writePatient(number, enrolment, person, outcome, buffers);
  writeDiagnosis(number, enrolment, person, presentation, buffers, random);
  const patient = {
    number,
    diagnosisTime: enrolment.diagnosisTime,
    stopReasonMissing: enrolment.centre.missing.stopReason,
  };
  writeLines(course, patient, buffers, random);
  for (const line of course.lines) writeAdverseEvents(line, number, outcome.lastContactDay, buffers, random);
  for (const { day, event } of history.phaseEvents) buffers.phase_event.push(number, day, eventCode[event]);
  const span = { from: enrolment.inclusionDay, to: outcome.lastContactDay };
  writeQuestionnaires(number, enrolment.centre.questionnaires, span, buffers, random);
  writeAttempts(history.attempts, number, buffers, random);
}

/** Nothing planned for after the end is recorded. */
function forgetAfter({ course, attempts }: PatientHistory, day: number): void {
  course.forgetAfter(day);
  const last = attempts[attempts.length - 1];
  if (last && last.stopDay > day) attempts.pop();
  else if (last?.restartDay && last.restartDay > day) last.restartDay = null;
}

function concludeFollowUp(history: PatientHistory, lastSampleDay: number, random: RandomSource): Outcome {
  const { death, lostDay, enrolment, course } = history;
  if (death.day <= Math.min(lostDay, enrolment.freezeDay)) {
    return { isDead: true, lastContactDay: death.day, cause: death.cause };
  }
  const lastTreatmentDay = Math.max(...course.lines.map(({ startDay, stopDay }) => stopDay ?? startDay));
  const floor = Math.max(lastSampleDay, lastTreatmentDay, enrolment.inclusionDay);
  const news = lostDay < enrolment.freezeDay ? lastSampleDay : enrolment.freezeDay - random.integer(1, 150);
  return { isDead: false, lastContactDay: Math.max(floor, news), cause: null };
}
