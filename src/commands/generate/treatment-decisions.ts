import { daysPerMonth } from './calendar';
import type { ResponseMemory } from './response-memory';
import type { Line } from './treatment-course';

/** Fewer drugs are left with every line, and a stable poor response is accepted. */
const reluctanceByLine = [1, 0.5, 0.25, 0.1, 0.04, 0.02, 0] as const;

/** How likely a switch for failure is at a visit, by milestones in the manner of ELN 2013 and 2020. */
export function failureSwitchProbability(
  memory: ResponseMemory,
  line: Line,
  day: number,
  time: number,
): number {
  const { last, previous, hadMajor } = memory;
  if (Number.isNaN(last) || last <= 0.1) return 0;
  const months = (day - line.startDay) / daysPerMonth;
  const fewChoices = time < 2007 ? 0.35 : 1;
  const reluctance = reluctanceByLine[Math.min(line.number, reluctanceByLine.length) - 1] ?? 1;
  return fewChoices * reluctance * (hadMajor ? lossOfResponse(last, previous) : lackOfResponse(last, months));
}

function lackOfResponse(percent: number, months: number): number {
  if (percent > 10) return months < 2.5 ? 0 : months < 4.5 ? 0.03 : months < 8 ? 0.15 : 0.4;
  if (percent > 1) return months < 9 ? 0 : months < 15 ? 0.09 : 0.15;
  return months < 15 ? 0 : 0.02;
}

function lossOfResponse(percent: number, previous: number): number {
  if (percent > 1) return 0.45;
  return previous > 0.1 ? 0.2 : 0.02;
}
