import type { Drug } from '@core/domain/extract-tables';

/** What a drug does to the leukaemia and to the patient. */
interface DrugProfile {
  /**
   * Start of use in any line and as a first line, calendar time. Read: bosutinib, European authorisation of March 2013
   * (medthority.com/news/2013/03); asciminib, 25 August 2022 (trial.medpath.com/drug/approvals/ema/dffac014a7e15651), whose
   * first line here is ahead of its European label. The years of imatinib, dasatinib, nilotinib and ponatinib (2001, 2006,
   * 2007, 2013) are those of the United States (How I treat chronic phase chronic myelogenous leukemia, Blood 139(21):3138);
   * the months, first lines and generics are unverified.
   */
  readonly available: number;
  readonly firstLineFrom: number;
  readonly doseMg: number | null;
  readonly reducedDoseMg: number | null;
  readonly isTki: boolean;
  /** Halving time of the fast pool relative to imatinib's. */
  readonly halvingFactor: number;
  /** Shift of the slow pool at first use, log10, and factor on its decline. */
  readonly slowShift: number;
  readonly slowFactor: number;
  /** Share of patients with a pool that the drug hardly touches, in first line. */
  readonly primaryResistance: number;
  /** Probability that the drug works on cells resistant to the drug before. */
  readonly rescue: number;
  /** Hazard of a switch for intolerance, per year: first year, years 2-3, later. */
  readonly intolerance: readonly [number, number, number];
}

const profile = (values: Partial<DrugProfile>): DrugProfile => ({
  available: 0,
  firstLineFrom: 3000,
  doseMg: null,
  reducedDoseMg: null,
  isTki: true,
  halvingFactor: 1,
  slowShift: 0,
  slowFactor: 1,
  primaryResistance: 0.16,
  rescue: 0.2,
  intolerance: [0.05, 0.05, 0.02],
  ...values,
});

export const drugProfiles: Readonly<Record<Drug, DrugProfile>> = {
  imatinib: profile({
    available: 2001.8,
    firstLineFrom: 0,
    doseMg: 400,
    reducedDoseMg: 300,
    intolerance: [0.055, 0.075, 0.02],
  }),
  dasatinib: profile({
    available: 2006.9,
    firstLineFrom: 2010.9,
    doseMg: 100,
    reducedDoseMg: 70,
    halvingFactor: 0.64,
    slowShift: -0.42,
    slowFactor: 1.12,
    primaryResistance: 0.06,
    rescue: 0.6,
    intolerance: [0.1, 0.08, 0.03],
  }),
  nilotinib: profile({
    available: 2007.9,
    firstLineFrom: 2010.9,
    doseMg: 600,
    reducedDoseMg: 400,
    halvingFactor: 0.65,
    slowShift: -0.42,
    slowFactor: 1.15,
    primaryResistance: 0.06,
    rescue: 0.58,
    intolerance: [0.065, 0.065, 0.03],
  }),
  bosutinib: profile({
    available: 2013.2,
    firstLineFrom: 2018.3,
    doseMg: 400,
    reducedDoseMg: 300,
    halvingFactor: 0.66,
    slowShift: -0.3,
    slowFactor: 1.1,
    primaryResistance: 0.08,
    rescue: 0.5,
    intolerance: [0.13, 0.08, 0.03],
  }),
  ponatinib: profile({
    available: 2013.5,
    doseMg: 45,
    reducedDoseMg: 15,
    halvingFactor: 0.55,
    slowShift: -0.4,
    slowFactor: 1.1,
    rescue: 0.68,
    intolerance: [0.16, 0.1, 0.05],
  }),
  asciminib: profile({
    available: 2022.6,
    firstLineFrom: 2024.5,
    doseMg: 80,
    reducedDoseMg: 40,
    halvingFactor: 0.55,
    slowShift: -0.5,
    slowFactor: 1.15,
    primaryResistance: 0.05,
    rescue: 0.62,
    intolerance: [0.04, 0.03, 0.02],
  }),
  interferon: profile({
    firstLineFrom: 0,
    isTki: false,
    halvingFactor: 4,
    slowFactor: 0.6,
    rescue: 0,
    intolerance: [0.3, 0.2, 0.1],
  }),
  'imatinib+interferon': profile({
    available: 2003,
    firstLineFrom: 2003,
    doseMg: 400,
    reducedDoseMg: 300,
    halvingFactor: 0.95,
    slowShift: -0.2,
    slowFactor: 1.05,
    intolerance: [0.16, 0.09, 0.02],
  }),
  'second_generation+interferon': profile({
    available: 2010.9,
    firstLineFrom: 2010.9,
    doseMg: 600,
    reducedDoseMg: 400,
    halvingFactor: 0.64,
    slowShift: -0.5,
    slowFactor: 1.2,
    primaryResistance: 0.06,
    rescue: 0.55,
    intolerance: [0.13, 0.09, 0.03],
  }),
  hydroxycarbamide: profile({
    firstLineFrom: 0,
    doseMg: 2000,
    reducedDoseMg: 1000,
    isTki: false,
    halvingFactor: 1e6,
    rescue: 0,
    intolerance: [0, 0, 0],
  }),
  allogeneic_transplant: profile({
    isTki: false,
    halvingFactor: 0.4,
    slowShift: -2,
    slowFactor: 2,
    rescue: 0.7,
    intolerance: [0, 0, 0],
  }),
  other: profile({
    available: 2005,
    isTki: false,
    halvingFactor: 1.5,
    rescue: 0.3,
    intolerance: [0.1, 0.1, 0.05],
  }),
};
