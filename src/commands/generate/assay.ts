import type { Specimen } from '@core/domain/extract-tables';
import type { Laboratory } from './centres';
import type { RandomSource } from './random-source';
import { missing } from './table-buffer';

/** What the laboratory reports of one sample; NaN is "not known". */
export interface Measurement {
  percent: number;
  detected: boolean;
  controlCopies: number;
  bcrAbl1Copies: number;
  conversionFactor: number;
  onInternationalScale: boolean;
  /** Value that a clinician reads: 0 when undetected, NaN when not evaluable. */
  read: number;
  /** In MR4 with the sensitivity of this sample (Cross 2015, PMC4430701); null when too few copies to say. */
  isDeep: boolean | null;
}

/** Smallest value that a cartridge reports, per cent. */
const cartridgeFloor = 0.003;

/** Quantifies a sample: copies by chance around the true ratio, so that sensitivity follows the control gene. */
export function measure(
  truePercent: number,
  laboratory: Laboratory,
  time: number,
  specimen: Specimen,
  isTypicalTranscript: boolean,
  random: RandomSource,
): Measurement {
  const onInternationalScale = isTypicalTranscript && time >= laboratory.internationalScaleFrom;
  const factor = onInternationalScale ? laboratory.conversionFactor : 1;
  const trend = Math.exp(0.03 * (time - 2015));
  const poor = random.chance(0.025) ? 0.15 : 1;
  const controlCopies = Math.max(
    900,
    Math.round(random.logNormal(laboratory.medianCopies * trend * poor, 0.4)),
  );
  const ratio = (truePercent / 100 / laboratory.conversionFactor) * Math.exp(0.2 * random.normal());
  const copies = random.poisson(ratio * controlCopies * (specimen === 'marrow' ? 1.1 : 1));
  const percent = significant((100 * copies * factor) / controlCopies);
  const isCartridge = laboratory.method === 'cartridge' && time > 2017;
  const notEvaluable = random.chance(0.004) || (isCartridge && copies > 0 && percent < cartridgeFloor);
  const minimum = laboratory.controlGene === 'GUSB' ? 24_000 : 10_000;
  return {
    percent: copies === 0 || notEvaluable ? missing : percent,
    detected: copies > 0 || (notEvaluable && !isCartridge),
    controlCopies: isCartridge ? missing : controlCopies,
    bcrAbl1Copies: isCartridge || notEvaluable ? missing : copies,
    conversionFactor: isCartridge || !onInternationalScale ? missing : factor,
    onInternationalScale,
    read: copies === 0 ? 0 : notEvaluable ? (isCartridge ? 0.001 : missing) : percent,
    isDeep:
      notEvaluable && !isCartridge
        ? null
        : percent > 0.01
          ? false
          : isCartridge || controlCopies >= minimum
            ? true
            : null,
  };
}

/** Three significant digits, as laboratories print. */
function significant(value: number): number {
  if (value === 0) return 0;
  const scale = 10 ** (2 - Math.floor(Math.log10(value)));
  return Math.round(value * scale) / scale;
}
