import type { Phase, Transcript } from '@core/domain/extract-tables';
import type { Person } from './demographics';
import type { RandomSource } from './random-source';

/** The disease on the day of diagnosis, as it is; what is recorded of it comes later. */
export interface Presentation {
  readonly phase: Phase;
  readonly transcript: Transcript;
  readonly spleenCm: number;
  readonly platelets: number;
  readonly leukocytes: number;
  readonly haemoglobin: number;
  readonly blasts: number;
  readonly eosinophils: number;
  readonly basophils: number;
  readonly highRiskAca: boolean;
  readonly eltsRisk: 'low' | 'intermediate' | 'high';
}

/** Shares of phases: EUTOS population registry (Hoffmann 2015, doi:10.1038/leu.2015.73). */
const phaseShares: Readonly<Record<Phase, number>> = { CP: 94.3, AP: 3.6, BP: 2.1 };

/**
 * Transcript, blood counts, spleen and ELTS risk. Rare transcripts 1.9 %, e13a2 38 % (Baccarani 2019,
 * doi:10.1038/s41375-018-0341-4); counts by transcript (Hanfstein 2014, PMC4562532).
 */
export function drawPresentation(person: Person, random: RandomSource): Presentation {
  const phase = random.key(phaseShares);
  const transcript = drawTranscript(person, random);
  const advanced = phase !== 'CP';
  const severity = random.normal() + (advanced ? 1 : 0);
  const isE13 = transcript === 'e13a2';
  const spleenCm = random.chance(0.44 + 0.1 * Math.tanh(severity))
    ? Math.min(25, Math.ceil(random.logNormal(3.6 * Math.exp(0.25 * severity), 0.6)))
    : 0;
  const platelets = Math.round(
    Math.max(25, random.logNormal((isE13 ? 300 : 430) * (advanced ? 0.6 : 1), 0.58)),
  );
  const blasts =
    phase === 'BP'
      ? Math.round(random.between(22, 75))
      : phase === 'AP'
        ? Math.round(random.between(4, 19))
        : random.chance(0.42)
          ? 0
          : Math.min(14, Math.ceil(random.logNormal(1.3 * Math.exp(0.2 * severity), 0.6)));
  return {
    phase,
    transcript,
    spleenCm,
    platelets,
    leukocytes:
      Math.round(10 * Math.max(9, random.logNormal((isE13 ? 86 : 64) * Math.exp(0.35 * severity), 0.75))) /
      10,
    haemoglobin: Math.round(Math.min(175, Math.max(55, 123 - 8 * severity + 15 * random.normal()))),
    blasts,
    eosinophils: Math.round(10 * random.logNormal(2, 0.6)) / 10,
    basophils:
      Math.round(10 * Math.min(phase === 'AP' ? 35 : 19, random.logNormal(phase === 'AP' ? 8 : 2.8, 0.65))) /
      10,
    highRiskAca: random.chance(phase === 'CP' ? 0.014 : 0.12),
    eltsRisk: eltsRisk(person.age, spleenCm, blasts, platelets),
  };
}

function drawTranscript({ sex, age }: Person, random: RandomSource): Transcript {
  const rare = (sex === 'M' ? 0.0169 : 0.0227) * (age >= 80 ? 1.7 : 1);
  if (random.chance(rare)) return random.key({ e1a2: 0.5, e19a2: 0.2, other: 0.3 });
  return random.key({ e13a2: sex === 'M' ? 39.2 : 36.2, e14a2: 47.5, 'e13a2+e14a2': 13.5 });
}

/** ELTS groups with the cut-offs 1.5680 and 2.2185 (Pfirrmann 2016, doi:10.1038/leu.2015.261). */
function eltsRisk(
  age: number,
  spleenCm: number,
  blasts: number,
  platelets: number,
): Presentation['eltsRisk'] {
  const score =
    0.0025 * (age / 10) ** 3 + 0.0615 * spleenCm + 0.1052 * blasts + 0.4104 * (platelets / 1000) ** -0.5;
  if (score <= 1.568) return 'low';
  return score <= 2.2185 ? 'intermediate' : 'high';
}
