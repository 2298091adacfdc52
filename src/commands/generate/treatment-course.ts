import { type Drug, drugs, type LineStopReason, lineStopReasons } from '@core/domain/extract-tables';
import { calendarTime, calendarYear, daysPerYear } from './calendar';
import { drugProfiles } from './drug-profiles';
import type { ExtractBuffers } from './extract-buffers';
import type { RandomSource } from './random-source';
import { codesOf, flag, missing } from './table-buffer';

export interface Line {
  readonly number: number;
  readonly drug: Drug;
  readonly startDay: number;
  readonly doseMg: number | null;
  stopDay: number | null;
  stopReason: LineStopReason | null;
}

const drugCode = codesOf(drugs);
const reasonCode = codesOf(lineStopReasons);

/** The lines of treatment of one patient, in order, never two at a time. */
export class TreatmentCourse {
  readonly lines: Line[] = [];

  get current(): Line | null {
    const last = this.lines[this.lines.length - 1];
    return last && last.stopDay === null ? last : null;
  }

  get drugsTaken(): readonly Drug[] {
    return this.lines.map(({ drug }) => drug);
  }

  start(drug: Drug, day: number, isReduced = false): Line {
    const { doseMg, reducedDoseMg } = drugProfiles[drug];
    const line = {
      number: this.lines.length + 1,
      drug,
      startDay: day,
      doseMg: isReduced ? reducedDoseMg : doseMg,
      stopDay: null,
      stopReason: null,
    };
    this.lines.push(line);
    return line;
  }

  /** Ends the current line, not before it began; returns the day on which it ends. */
  stop(day: number, reason: LineStopReason): number {
    const { current } = this;
    if (!current) return day;
    current.stopDay = Math.max(day, current.startDay);
    current.stopReason = reason;
    return current.stopDay;
  }

  /** Takes back what was planned for after `day`: lines not begun and stops not reached. */
  forgetAfter(day: number): void {
    while (this.lines.length > 1 && (this.lines[this.lines.length - 1]?.startDay ?? 0) > day)
      this.lines.pop();
    const last = this.lines[this.lines.length - 1];
    if (last && last.stopDay !== null && last.stopDay > day) {
      last.stopDay = null;
      last.stopReason = null;
    }
  }

  /** Years under a tyrosine kinase inhibitor up to `day`, interruptions within a line included. */
  tkiYears(day: number): number {
    let days = 0;
    for (const { drug, startDay, stopDay } of this.lines) {
      if (drugProfiles[drug].isTki) days += Math.max(0, Math.min(stopDay ?? day, day) - startDay);
    }
    return days / daysPerYear;
  }
}

const genericFrom: Readonly<Partial<Record<Drug, number>>> = {
  imatinib: 2017,
  dasatinib: 2021,
  nilotinib: 2024,
};

/** Writes the lines; `stopReasonMissing` is the centre's share of reasons that are not known. */
export function writeLines(
  course: TreatmentCourse,
  patient: { readonly number: number; readonly diagnosisTime: number; readonly stopReasonMissing: number },
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  for (const { number, drug, startDay, doseMg, stopDay, stopReason } of course.lines) {
    const from = genericFrom[drug];
    const isGeneric =
      from !== undefined && calendarTime(patient.diagnosisTime, startDay) > from && random.chance(0.6);
    const reason =
      stopReason && stopReason !== 'death' && stopReason !== 'treatment_free_remission'
        ? random.chance(patient.stopReasonMissing)
          ? 'unknown'
          : stopReason
        : stopReason;
    buffers.treatment_line.push(
      patient.number,
      number,
      drugCode[drug],
      startDay,
      stopDay ?? missing,
      calendarYear(patient.diagnosisTime, startDay),
      doseMg === null || random.chance(0.04) ? missing : doseMg,
      random.chance(0.06) ? missing : flag(isGeneric),
      reason === null ? 0 : reasonCode[reason],
    );
  }
}
