import type { DeathCause, PhaseEventKind } from '@core/domain/extract-tables';
import { drawBackgroundDeath } from './background-mortality';
import { type Biology, drawBiology } from './biology';
import { daysPerYear } from './calendar';
import { drawPerson, type Person } from './demographics';
import type { Enrolment } from './enrolment';
import { drawPresentation, type Presentation } from './presentation';
import type { RandomSource } from './random-source';
import { ResponseMemory } from './response-memory';
import { TreatmentCourse } from './treatment-course';
import type { Attempt } from './treatment-free-remission';
import { drawPunctuality } from './visit-schedule';

/** Days on which something is bound to happen; infinite when it is not foreseen. */
export interface Agenda {
  intolerance: number;
  otherSwitch: number;
  pregnancyEnd: number;
  progression: number;
  transplant: number;
  secondaryResistance: number;
  restart: number;
}

export const never = Number.POSITIVE_INFINITY;

/** Everything that is true of one candidate while their history unfolds. */
export interface PatientHistory {
  readonly number: number;
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly presentation: Presentation;
  readonly biology: Biology;
  readonly course: TreatmentCourse;
  readonly memory: ResponseMemory;
  readonly attempts: Attempt[];
  readonly agenda: Agenda;
  readonly punctuality: number;
  readonly willingToStop: boolean;
  readonly lostDay: number;
  death: { day: number; cause: DeathCause };
  phaseEvents: { day: number; event: PhaseEventKind | 'loss_of_chr' }[];
  hasT315I: boolean;
  hasFailed: boolean;
}

export function beginHistory(number: number, enrolment: Enrolment, random: RandomSource): PatientHistory {
  const person = drawPerson(random);
  const presentation = drawPresentation(person, random);
  return {
    number,
    enrolment,
    person,
    presentation,
    biology: drawBiology(person, presentation, random),
    course: new TreatmentCourse(),
    memory: new ResponseMemory(),
    attempts: [],
    agenda: {
      intolerance: never,
      otherSwitch: never,
      pregnancyEnd: never,
      progression: never,
      transplant: never,
      secondaryResistance: never,
      restart: never,
    },
    punctuality: drawPunctuality(random),
    willingToStop: random.chance(0.72),
    lostDay: enrolment.inclusionDay + 120 + random.waiting(0.013 / daysPerYear),
    death: drawBackgroundDeath(person, random),
    phaseEvents: [],
    hasT315I: false,
    hasFailed: false,
  };
}

/** The attempt under way: off treatment since a stop in deep response. */
export function openAttempt({ attempts }: PatientHistory): Attempt | null {
  const last = attempts[attempts.length - 1];
  return last && last.restartDay === null ? last : null;
}

/** Last day on which anything can be recorded. */
export const endOfHistory = ({ death, lostDay, enrolment }: PatientHistory) =>
  Math.min(death.day, lostDay, enrolment.freezeDay);
