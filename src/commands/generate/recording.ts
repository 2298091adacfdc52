import {
  centreTypes,
  consents,
  type DeathCause,
  deathCauses,
  phaseClassifications,
  phases,
  sexes,
  transcripts,
  vitalStatuses,
} from '@core/domain/extract-tables';
import type { Centre } from './centres';
import type { Person } from './demographics';
import type { Enrolment } from './enrolment';
import type { ExtractBuffers } from './extract-buffers';
import type { Presentation } from './presentation';
import type { RandomSource } from './random-source';
import { codesOf, flag, missing } from './table-buffer';

const sexCode = codesOf(sexes);
const phaseCode = codesOf(phases);
const transcriptCode = codesOf(transcripts);
const classificationCode = codesOf(phaseClassifications);
const causeCode = codesOf(deathCauses);
const centreTypeCode = codesOf(centreTypes);
const vitalStatusCode = codesOf(vitalStatuses);
const consentCode = codesOf(consents);

export function writeCentre(centre: Centre, buffers: ExtractBuffers): void {
  buffers.centre.push(centre.number, centreTypeCode[centre.type], Math.floor(centre.opening));
}

export interface Outcome {
  readonly isDead: boolean;
  readonly lastContactDay: number;
  readonly cause: DeathCause | null;
}

export function writePatient(
  patientNumber: number,
  { centre, diagnosisTime, inclusionDay }: Enrolment,
  person: Person,
  outcome: Outcome,
  buffers: ExtractBuffers,
): void {
  buffers.patient.push(
    patientNumber,
    centre.number,
    sexCode[person.sex],
    person.age,
    Math.floor(diagnosisTime),
    inclusionDay,
    consentCode.granted,
    vitalStatusCode[outcome.isDead ? 'dead' : 'alive'],
    outcome.lastContactDay,
    outcome.cause === null ? 0 : causeCode[outcome.cause],
  );
}

/** What the centre records of the presentation: items are missing together in a neglected file, and one by one. */
export function writeDiagnosis(
  patientNumber: number,
  { centre, diagnosisTime }: Enrolment,
  person: Person,
  presentation: Presentation,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const { missing: share } = centre;
  const neglect = random.chance(0.06) ? 0.4 : 0;
  const kept = (value: number, missingShare: number) =>
    random.chance(missingShare + neglect) ? missing : value;
  const knowsDifferential = !random.chance(share.differential + neglect);
  const differential = (value: number) => (knowsDifferential ? kept(value, 0.02) : missing);
  const late = diagnosisTime > 2022.7 && presentation.phase !== 'AP' && random.chance(0.5);
  buffers.diagnosis.push(
    patientNumber,
    phaseCode[presentation.phase],
    classificationCode[late ? 'WHO2022' : centre.classification],
    random.chance(share.transcript) ? 0 : transcriptCode[presentation.transcript],
    kept(presentation.spleenCm, share.spleen),
    kept(presentation.platelets, share.item),
    kept(presentation.leukocytes, share.item),
    kept(presentation.haemoglobin, share.item),
    differential(presentation.blasts),
    differential(presentation.eosinophils),
    differential(presentation.basophils),
    kept(flag(presentation.highRiskAca), 0.1),
    kept(person.charlson, 0.12),
  );
}
