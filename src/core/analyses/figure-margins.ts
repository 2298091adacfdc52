import type { DisclosurePolicy } from '@core/disclosure/policy';
import { type ProtectedCount, releaseCounts } from '@core/disclosure/released-counts';
import type { CountSheet } from './count-sheet';
import { comparedGuidelines } from './counted-practice';
import type { ExportedFigure } from './exported-figure';

/** Where a count stands in a figure. */
export interface CountPlace {
  readonly panel: string;
  readonly bar: string;
  readonly part: string;
}

/** How the counts of a figure are called across figures, and how they are released. */
export interface FigureRelease {
  /** What the count itself is called: the same in every figure of the same patients that tells it. */
  readonly keyOf: (place: CountPlace) => string;
  /** The counts that it adds up to with others of its figure, which other figures tell. */
  readonly marginsOf: (place: CountPlace) => readonly string[];
  /** One per count of the sheet. */
  readonly release: (sheet: CountSheet) => readonly ProtectedCount[];
}

/** What a count of an indicator is called: of a calendar year, a group, an answer. */
export const indicatorKey = (indicator: string, ...of: readonly (string | number)[]): string =>
  ['indicator', indicator, ...of].join('/');

/** A figure of which no count is told elsewhere. */
export const releasedAlone = (policy: DisclosurePolicy): FigureRelease => ({
  keyOf: ({ panel, bar, part }) => `${panel}/${bar}/${part}`,
  marginsOf: () => [],
  release: ({ counts, sums }) => releaseCounts(counts, sums, policy),
});

/**
 * The counts of a figure by what they are counts of, so that two exports of one session are looked at together: the classes of the
 * milestones, the first TKI, the calendar year and the groups of a fact stand in more than one figure.
 */
export function figureMargins({
  figure,
  choices,
}: ExportedFigure): Pick<FigureRelease, 'keyOf' | 'marginsOf'> {
  const asked = Object.entries(choices).map(([name, choice]) => `${name}=${choice}`);
  const ownKey = ({ panel, bar, part }: CountPlace) => [figure, ...asked, panel, bar, part].join('/');
  const milestone = (month: string, band: string, guideline = choices.guideline ?? '') =>
    `milestone/${guideline}/${month}/${band}`;
  const firstTki = (drug: string) => `fact/first_tki/${drug}`;
  const own = (marginsOf: FigureRelease['marginsOf']) => ({ keyOf: ownKey, marginsOf });
  switch (figure) {
    case 'milestones':
      return { keyOf: ({ bar, part }) => milestone(bar, part), marginsOf: () => [] };
    case 'milestone-flows':
      return own(({ panel, bar, part }) => {
        const [from = '', to = ''] = panel.split('-');
        return [milestone(from, bar), milestone(to, part)];
      });
    case 'milestone-groups':
      return own(({ panel, bar, part }) => [firstTki(bar), milestone(panel, part)]);
    case 'guideline-changes':
      return own(({ panel, bar, part }) => [
        milestone(panel, bar, comparedGuidelines.before),
        milestone(panel, part, comparedGuidelines.after),
      ]);
    case 'key-event':
    case 'first-year-dose':
      return own(({ panel, bar }) => (panel === 'all' || panel === '12' ? [firstTki(bar)] : []));
    case 'pathways':
      return own(({ panel, bar }) => (panel === '1' ? [firstTki(bar)] : []));
    case 'time-on-drug':
      return own(({ panel, bar }) => (panel === '12' ? [firstTki(bar)] : []));
    case 'first-line':
      return own(({ bar, part }) => [`start-year/${bar}`, `first-line/${part}`]);
    case 'accrual':
      return own(({ bar, part }) => [`inclusion-year/${bar}`, `inclusion-delay/${part}`]);
    case 'follow-up':
      return own(({ bar }) => [`inclusion-year/${bar}`]);
    case 'indicator':
      return own(({ bar, part }) => {
        const [year = '', group] = bar.split('|');
        const key = (...of: readonly string[]) => indicatorKey(choices.indicator ?? '', ...of);
        return [
          key(year, part),
          key(year),
          ...(group === undefined ? [] : [key(year, 'by', choices.by ?? '', group)]),
        ];
      });
    case 'fact':
      return { keyOf: ({ part }) => `fact/${choices.fact}/${part}`, marginsOf: () => [] };
    case 'questionnaire':
      return own(({ bar, part }) => {
        const [year = ''] = bar.split('|');
        return [part === 'followed' ? `followed/${year}` : `${part}/${choices.scale}/${year}`];
      });
    case 'adverse-events':
      return own(({ bar, part }) => (part === 'observed' ? [`observed/${bar}`] : []));
    case 'response':
      return own(({ part }) => [`visit/${choices.origin}/${part}`]);
    case 'outcome-periods':
    case 'depth':
    case 'mutations':
    case 'eligibility':
    case 'waits':
      return own(() => []);
  }
}

/** Adds the margins of some counts of a sheet, each once. */
export function addMargins(
  sheet: CountSheet,
  counts: readonly { readonly at: CountPlace; readonly place: number }[],
  marginsOf: FigureRelease['marginsOf'],
): void {
  const margins = new Map<string, number[]>();
  for (const { at, place } of counts) {
    for (const key of marginsOf(at)) {
      const parts = margins.get(key);
      if (parts === undefined) margins.set(key, [place]);
      else parts.push(place);
    }
  }
  for (const [key, parts] of margins) sheet.margin(key, parts);
}
