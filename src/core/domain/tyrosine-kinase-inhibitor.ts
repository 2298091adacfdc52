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
