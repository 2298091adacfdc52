import {
  type ControlGene,
  controlGenes,
  molecularMethods,
  sampleValidations,
  specimens,
} from '@core/domain/extract-tables';
import { type Measurement, measure } from './assay';
import { calendarTime, daysPerYear } from './calendar';
import { writeKaryotype } from './cytogenetics';
import { drugProfiles } from './drug-profiles';
import type { ExtractBuffers } from './extract-buffers';
import { testForMutation } from './mutations';
import { never, openAttempt, type PatientHistory } from './patient-history';
import { progressionHazard } from './progression';
import type { RandomSource } from './random-source';
import { codesOf, flag } from './table-buffer';
import { failureSwitchProbability } from './treatment-decisions';
import { switchDrug } from './treatment-events';
import { beginRegrowth, drawRelapseDay, type RelapseProfile, stopHazard } from './treatment-free-remission';

const geneCode = codesOf(controlGenes);
const methodCode = codesOf(molecularMethods);
const specimenCode = codesOf(specimens);
const validationCode = codesOf(sampleValidations);

/** Samples taken before this day may be of marrow, and are not judged by the clinic. */
const diagnosisWindow = 20;

/** One sample and what the clinic does about it. */
export function visit(
  history: PatientHistory,
  day: number,
  daysSinceLast: number,
  profile: RelapseProfile,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const { memory, enrolment, biology, presentation } = history;
  const time = calendarTime(enrolment.diagnosisTime, day);
  const isDiagnosis = day <= diagnosisWindow;
  const specimen = random.chance(isDiagnosis ? 0.14 : 0.004) ? 'marrow' : 'blood';
  const isTypical = presentation.transcript.startsWith('e13') || presentation.transcript.startsWith('e14');
  const level = Math.min(120, biology.leukaemia.level(day) * Math.exp(biology.fluctuation * random.normal()));
  const result = measure(level, enrolment.centre.laboratory, time, specimen, isTypical, random);
  if (isRecorded(history, day, time, random))
    writeSample(history, day, specimenCode[specimen], result, buffers, random);
  if (day < 420 && (isDiagnosis || day > 60)) {
    writeKaryotype(history.number, day, time, level, presentation.highRiskAca, buffers, random);
  }
  if (isDiagnosis) return;
  memory.note(day, result);
  const attempt = openAttempt(history);
  if (attempt) watchWithoutTreatment(history, day, attempt.stopDay, daysSinceLast, random);
  else decideUnderTreatment(history, day, daysSinceLast, profile, buffers, random);
}

/** Samples from before inclusion come from older files, and not all of them are found. */
function isRecorded({ enrolment }: PatientHistory, day: number, time: number, random: RandomSource): boolean {
  if (day >= enrolment.inclusionDay) return true;
  return random.chance(time < 2005 ? 0.7 : 0.92);
}

function writeSample(
  { number, enrolment }: PatientHistory,
  day: number,
  specimen: number,
  result: Measurement,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const { laboratory } = enrolment.centre;
  const gene: ControlGene = laboratory.controlGene;
  const isRecent = enrolment.freezeDay - day < 150;
  const validation = random.chance(laboratory.rejected)
    ? 'rejected'
    : isRecent && random.chance(0.55)
      ? 'pending'
      : 'validated';
  buffers.molecular.push(
    number,
    day,
    result.percent,
    flag(result.detected),
    geneCode[gene],
    result.controlCopies,
    result.bcrAbl1Copies,
    result.conversionFactor,
    flag(result.onInternationalScale),
    methodCode[
      laboratory.method === 'cartridge' && Number.isFinite(result.controlCopies)
        ? 'RT-qPCR'
        : laboratory.method
    ],
    laboratory.number,
    specimen,
    validationCode[validation],
  );
}

function watchWithoutTreatment(
  history: PatientHistory,
  day: number,
  stopDay: number,
  daysSinceLast: number,
  random: RandomSource,
): void {
  const { memory, agenda, attempts } = history;
  const attempt = attempts[attempts.length - 1];
  if (!attempt || agenda.restart !== never) return;
  if (memory.last > 0.1) {
    const waits = memory.previous <= 0.1 && memory.last < 0.5 && random.chance(0.12);
    if (waits) return;
    attempt.restartReason = 'loss_of_mmr';
    agenda.restart = day + random.integer(6, 35);
    return;
  }
  const early = day - stopDay < 200;
  const syndrome = attempt.hasWithdrawalSyndrome && early ? 0.05 : 0;
  if (!random.chance(((0.009 + syndrome) * daysSinceLast) / daysPerYear)) return;
  attempt.restartReason =
    syndrome > 0 && random.chance(0.8)
      ? 'withdrawal_syndrome'
      : random.chance(0.75)
        ? 'patient_choice'
        : 'other';
  agenda.restart = day + random.integer(5, 40);
}

function decideUnderTreatment(
  history: PatientHistory,
  day: number,
  daysSinceLast: number,
  profile: RelapseProfile,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const { memory, course, enrolment, agenda, biology, presentation } = history;
  const line = course.current;
  if (!line || line.drug === 'allogeneic_transplant') return;
  const time = calendarTime(enrolment.diagnosisTime, day);
  if (memory.last > 60 && day > 400 && history.phaseEvents.length === 0 && random.chance(0.15)) {
    history.phaseEvents.push({ day, event: 'loss_of_chr' });
  }
  if (random.chance(failureSwitchProbability(memory, line, day, time))) {
    history.hasFailed = true;
    history.hasT315I ||= testForMutation(
      history.number,
      day,
      time,
      line.drug,
      day >= enrolment.inclusionDay || random.chance(0.7),
      buffers,
      random,
    );
    switchDrug(history, day, 'resistance', random);
    return;
  }
  if (mayStop(history, day, time, daysSinceLast, random)) {
    stopInDeepResponse(history, day, profile, random);
    return;
  }
  const years = Math.min(daysSinceLast, 400) / daysPerYear;
  const level = biology.leukaemia.level(day);
  const mayProgress = presentation.phase !== 'BP' && !history.phaseEvents.some(({ event }) => event === 'BP');
  if (
    mayProgress &&
    agenda.progression === never &&
    random.chance(progressionHazard(presentation, day, level) * years)
  ) {
    agenda.progression = day + random.integer(1, 80);
  }
  const cloneHazard = (level > 0.1 ? 0.028 : level > 0.01 ? 0.008 : 0.0015) * biology.resistanceRisk;
  if (agenda.secondaryResistance === never && random.chance(cloneHazard * years)) {
    agenda.secondaryResistance = day + random.integer(1, 80);
  }
}

function mayStop(
  history: PatientHistory,
  day: number,
  time: number,
  daysSinceLast: number,
  random: RandomSource,
): boolean {
  const { presentation, memory, willingToStop, course } = history;
  const line = course.current;
  if (!willingToStop || !line || !drugProfiles[line.drug].isTki || memory.deepSince === null) return false;
  if (presentation.phase !== 'CP' || history.phaseEvents.length > 0) return false;
  const hazard = stopHazard(circumstances(history, day), time) * (history.hasFailed ? 0.45 : 1);
  return random.chance(1 - Math.exp((-hazard * Math.min(daysSinceLast, 300)) / daysPerYear));
}

const circumstances = ({ course, memory, presentation, attempts }: PatientHistory, day: number) => ({
  tkiYears: course.tkiYears(day),
  deepYears: memory.deepYears(day),
  isE14a2: presentation.transcript !== 'e13a2',
  attemptNumber: attempts.length + 1,
});

function stopInDeepResponse(
  history: PatientHistory,
  day: number,
  profile: RelapseProfile,
  random: RandomSource,
): void {
  const { course, biology, attempts, agenda } = history;
  const relapse = drawRelapseDay(circumstances(history, day), profile, random);
  const stopDay = course.stop(day + random.integer(1, 25), 'treatment_free_remission');
  beginRegrowth(biology.leukaemia, stopDay, relapse);
  agenda.intolerance = never;
  agenda.otherSwitch = never;
  agenda.secondaryResistance = never;
  agenda.progression = never;
  attempts.push({
    number: attempts.length + 1,
    stopDay,
    restartDay: null,
    restartReason: null,
    hasWithdrawalSyndrome: random.chance(0.25),
  });
}
