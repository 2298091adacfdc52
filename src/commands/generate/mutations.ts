import type { Drug } from '@core/domain/extract-tables';
import type { ExtractBuffers } from './extract-buffers';
import type { RandomSource } from './random-source';
import { missing } from './table-buffer';
import { type MutationVariant, mutationMethods, mutationVariants } from './vocabularies';

type Weights = Readonly<Partial<Record<MutationVariant, number>>>;

const afterImatinib: Weights = {
  T315I: 14,
  G250E: 13,
  Y253H: 10,
  Y253F: 3,
  E255K: 11,
  E255V: 4,
  M351T: 12,
  F359V: 10,
  H396R: 6,
  M244V: 8,
  L248V: 4,
  F317L: 4,
  E459K: 2,
};
const afterDasatinib: Weights = { T315I: 45, F317L: 30, V299L: 25 };
const afterNilotinib: Weights = { T315I: 35, Y253H: 22, E255K: 15, E255V: 10, F359V: 18 };

/** Looks for a mutation at a resistance; about three in ten tests find one. Says whether T315I was found. */
export function testForMutation(
  patientNumber: number,
  day: number,
  time: number,
  drug: Drug,
  isRecorded: boolean,
  buffers: ExtractBuffers,
  random: RandomSource,
): boolean {
  if (!random.chance(0.65) || !random.chance(0.3)) return false;
  const weights =
    drug === 'dasatinib' ? afterDasatinib : drug === 'nilotinib' ? afterNilotinib : afterImatinib;
  const variant = random.key(weights);
  const method = time > 2017 && random.chance(0.7) ? 'NGS' : 'Sanger';
  const allele =
    method === 'NGS'
      ? Math.round(random.between(3, 95))
      : random.chance(0.5)
        ? missing
        : Math.round(random.between(20, 100));
  if (isRecorded) {
    buffers.mutation.push(
      patientNumber,
      day,
      mutationVariants.indexOf(variant) + 1,
      allele,
      random.chance(0.1) ? 0 : mutationMethods.indexOf(method) + 1,
    );
  }
  return variant === 'T315I';
}
