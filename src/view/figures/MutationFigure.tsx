import { type MappedVariant, type MutationTable, mutationMap } from '@core/analyses/mutation-map';
import type { AnswerState } from '@core/base/answer-state';
import { type DrugActivity, type MutationDrug, mutationDrugs } from '@core/domain/kinase-mutation';
import { useWords, type Words } from '@language/use-words';
import { mutationMapChart, mutationMapHeight } from '@view/charts/mutation-map';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo, useState } from 'react';
import { PlottedFigure } from './PlottedFigure';

/** ABL1 variants along the kinase domain, in how many patients, and which drugs each escapes as far as it is known. */
export function MutationFigure({ state }: { readonly state: AnswerState<MutationTable> }) {
  const words = useWords();
  const { say } = words;
  const answer = state.kind === 'answered' ? state.answer : null;
  const map = useMemo(() => (answer === null ? null : mutationMap(answer)), [answer]);
  const variants = useMemo(() => map?.variants ?? [], [map]);
  const [at, setAt] = useState<number | null>(null);
  const read = at === null ? undefined : variants[Math.min(at, variants.length - 1)];
  const cursor = read?.variant ?? null;
  const options = useCallback(
    (width: number) =>
      mutationMapChart(
        variants,
        {
          number: words.number,
          percent: words.percent,
          x: say('mutations.x'),
          y: say('mutations.y'),
          region: (region) => say(`mutations.region.${region}`),
          tip: (variant) => variantText(variant, words),
        },
        { width, cursor },
      ),
    [variants, words, say, cursor],
  );
  const title = say('mutations.title');
  const reading = read === undefined ? null : variantText(read, words);
  return (
    <PlottedFigure
      title={title}
      summary={map === null || map.carriers === 0 ? '' : summaryOf(map, words)}
      state={state}
      empty={map !== null && variants.length === 0}
      emptyText={say('mutations.empty')}
      options={options}
      height={mutationMapHeight}
      cursor={{
        events: variants.length,
        at: at,
        onMove: setAt,
        label: say('mutations.cursor'),
        valueText: reading ?? say('mutations.hint'),
        reading: reading,
        hint: say('mutations.hint'),
        lines: 3,
      }}
      notes={
        <>
          <p>{say('mutations.method')}</p>
          <p>{say('mutations.sure')}</p>
        </>
      }
      table={
        <DataTable
          caption={say('figure.tableOf', { title })}
          captionHidden
          columns={columnsOf(words)}
          rows={variants}
        />
      }
    />
  );
}

function columnsOf(words: Words): readonly DataColumn<MappedVariant>[] {
  const { say, number } = words;
  return [
    { id: 'variant', header: say('event.mutation.variant'), cell: ({ variant }) => variant },
    { id: 'patients', header: say('mutations.y'), cell: ({ patients }) => number(patients), numeric: true },
    {
      id: 'region',
      header: say('mutations.region'),
      cell: ({ residue, region }) =>
        residue === null
          ? say('mutations.noPlace')
          : region === null
            ? '–'
            : say(`mutations.region.${region}`),
    },
    {
      id: 'foundAfter',
      header: say('mutations.foundAfter'),
      cell: (one) => foundAfterText(one, words),
      wide: true,
    },
    ...mutationDrugs.map((drug) => ({
      id: drug,
      header: drugName(drug, words),
      cell: ({ drugs }: MappedVariant) => activityText(drugs[drug], words),
    })),
  ];
}

const drugName = (drug: string, words: Words): string => words.name('first_line_drug', drug);

const activityText = (known: DrugActivity, { say }: Words): string =>
  known === null
    ? say('mutations.activity.unknown')
    : say('mutations.activity', {
        activity: say(`mutations.activity.${known.activity}`),
        certainty: say(`mutations.certainty.${known.certainty}`),
      });

const foundAfterText = ({ foundAfter }: MappedVariant, words: Words): string =>
  foundAfter
    .map(({ drug, patients }) =>
      words.say('mutations.foundAfterOne', {
        drug: drug === null ? words.say('mutations.noTki') : drugName(drug, words),
        patients,
      }),
    )
    .join(', ');

/** «T315I: 12 patients; escapes imatinib, …; active: ponatinib …; not known: …». */
function variantText(one: MappedVariant, words: Words): string {
  const of = (wanted: (known: DrugActivity) => boolean) =>
    mutationDrugs
      .filter((drug: MutationDrug) => wanted(one.drugs[drug]))
      .map((drug) => drugName(drug, words));
  const part = (id: 'escapes' | 'active' | 'unknown', drugs: readonly string[]) =>
    drugs.length === 0 ? [] : [words.say(`mutations.drugs.${id}`, { drugs: words.list(drugs) })];
  return [
    words.say('mutations.reading', { variant: one.variant, patients: one.patients }),
    ...part(
      'escapes',
      of((known) => known?.activity === 'escapes'),
    ),
    ...part(
      'active',
      of((known) => known?.activity === 'active'),
    ),
    ...part(
      'unknown',
      of((known) => known === null),
    ),
  ].join(' ');
}

function summaryOf({ carriers, variants }: ReturnType<typeof mutationMap>, words: Words): string {
  const first = variants.toSorted((a, b) => b.patients - a.patients).slice(0, 3);
  return words.say('mutations.summary', {
    carriers,
    variants: variants.length,
    list: words.list(
      first.map(({ variant, patients }) => words.say('mutations.summaryOne', { variant, patients })),
    ),
  });
}
