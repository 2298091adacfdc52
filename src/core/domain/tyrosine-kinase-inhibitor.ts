import type { Drug } from './extract-tables';

/** Treatments that contain a tyrosine kinase inhibitor; a line of one of these is a "TKI line". */
export const tkiDrugs = [
  'imatinib',
  'dasatinib',
  'nilotinib',
  'bosutinib',
  'ponatinib',
  'asciminib',
  'imatinib+interferon',
  'second_generation+interferon',
] as const satisfies readonly Drug[];
export type TkiDrug = (typeof tkiDrugs)[number];

/** TKIs of the second generation, alone or with interferon. Ponatinib and asciminib are later and not among them. */
export const secondGenerationDrugs = [
  'dasatinib',
  'nilotinib',
  'bosutinib',
  'second_generation+interferon',
] as const satisfies readonly Drug[];
