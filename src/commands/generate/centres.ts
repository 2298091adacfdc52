import type {
  CentreType,
  ControlGene,
  MolecularMethod,
  PhaseClassification,
} from '@core/domain/extract-tables';
import { registryOpening } from './calendar';
import type { RandomSource } from './random-source';

/** A laboratory: its assay and how well it works. */
export interface Laboratory {
  readonly number: number;
  readonly controlGene: ControlGene;
  readonly method: MolecularMethod;
  /** Median control-gene copies in 2015; the copies grow by some 3 % a year with better extraction. */
  readonly medianCopies: number;
  readonly conversionFactor: number;
  /** Calendar time from which results are on the International Scale. */
  readonly internationalScaleFrom: number;
  /** Share of samples that the central biology check rejects. */
  readonly rejected: number;
}

export interface Centre {
  readonly number: number;
  readonly type: CentreType;
  readonly size: number;
  /** Calendar time of the first inclusion. */
  readonly opening: number;
  readonly laboratory: Laboratory;
  readonly classification: PhaseClassification;
  /** Probability that each item is not recorded. */
  readonly missing: Readonly<
    Record<'spleen' | 'differential' | 'transcript' | 'stopReason' | 'item', number>
  >;
  /** Mean delay of a visit, in days, and share of visits missed. */
  readonly visitDelay: number;
  readonly visitMissed: number;
  readonly questionnaires: number;
  /** Days between visits once the response is stable, as this centre's habit. */
  readonly stableInterval: number;
}

const types: readonly CentreType[] = ['university', 'general', 'cancer_centre', 'private'];
const sizeOfType: Readonly<Record<CentreType, number>> = {
  university: 1.6,
  general: 0.7,
  cancer_centre: 1,
  private: 0.35,
};

/** The centres and their laboratories. A few have a known fault of data quality, as every registry's. */
export function makeCentres(count: number, random: RandomSource): readonly Centre[] {
  const laboratories = Array.from({ length: Math.ceil(count * 0.75) }, (_, index) =>
    makeLaboratory(index, random),
  );
  return Array.from({ length: count }, (_, index): Centre => {
    const type = index < 8 ? 'university' : (types[random.index([0.25, 0.45, 0.2, 0.1])] ?? 'general');
    const laboratory = laboratories[index % laboratories.length];
    if (!laboratory) throw new RangeError('a centre needs a laboratory');
    return {
      number: index + 1,
      type,
      size: sizeOfType[type] * random.logNormal(1, 0.45),
      opening: registryOpening + (index < 6 ? random.between(0, 0.6) : random.between(0.2, 5)),
      laboratory,
      classification: random.chance(0.6) ? 'ELN' : 'WHO2016',
      missing: {
        spleen: index === 6 ? 0.7 : random.between(0.02, 0.12),
        differential: index === 10 ? 0.5 : random.between(0.02, 0.1),
        transcript: random.between(0, 0.06),
        stopReason: index === 13 ? 0.45 : random.between(0, 0.06),
        item: random.between(0.02, 0.08),
      },
      visitDelay: index === 17 ? 26 : random.between(4, 13),
      visitMissed: index === 17 ? 0.18 : random.between(0.03, 0.09),
      questionnaires: index % 3 === 0 ? random.between(0.3, 0.6) : 0,
      stableInterval: random.chance(0.55) ? 91 : random.chance(0.5) ? 122 : 152,
    };
  });
}

function makeLaboratory(index: number, random: RandomSource): Laboratory {
  const controlGene: ControlGene = index === 4 || index === 11 ? 'GUSB' : index === 14 ? 'BCR' : 'ABL1';
  const copies = controlGene === 'GUSB' ? 120_000 : 55_000;
  return {
    number: index + 1,
    controlGene,
    method: index === 16 ? 'cartridge' : index === 2 ? 'dPCR' : 'RT-qPCR',
    medianCopies: random.logNormal(copies, 0.25),
    conversionFactor: Math.round(100 * Math.min(1.4, Math.max(0.35, random.logNormal(0.8, 0.28)))) / 100,
    internationalScaleFrom: index === 8 ? 2016 : index === 15 ? 2030 : random.between(2003, 2009),
    rejected: index === 12 ? 0.12 : random.between(0.002, 0.015),
  };
}
