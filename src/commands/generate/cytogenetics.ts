import type { ExtractBuffers } from './extract-buffers';
import type { RandomSource } from './random-source';
import { flag, missing } from './table-buffer';

/**
 * Karyotypes at diagnosis and at 3, 6 and 12 months until the complete response, less and less often as molecular
 * monitoring took over. About 1 % of BCR::ABL1 is a complete cytogenetic response.
 */
export function writeKaryotype(
  patientNumber: number,
  day: number,
  time: number,
  percent: number,
  highRiskAca: boolean,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  const isDiagnosis = day <= 20;
  const habit = isDiagnosis ? 0.85 : time < 2010 ? 0.7 : time < 2016 ? 0.4 : 0.12;
  if (!random.chance(habit)) return;
  const metaphases = random.chance(0.8) ? 20 : random.integer(8, 30);
  const share = isDiagnosis ? 0.99 : percent < 0.7 ? 0 : Math.min(1, percent / 45);
  let positive = 0;
  for (let cell = 0; cell < metaphases; cell++) positive += flag(random.chance(share));
  const failed = random.chance(0.04);
  buffers.cytogenetics.push(
    patientNumber,
    day,
    failed ? missing : positive,
    failed ? missing : metaphases,
    random.chance(0.06) ? missing : flag(highRiskAca && positive > 0),
  );
}
