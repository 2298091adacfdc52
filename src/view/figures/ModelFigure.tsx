import type { EndpointModel, FittedModel, ModelTerm } from '@core/analyses/endpoint-model';
import type { Looks } from '@core/analyses/look-ledger';
import type { ProfileValues } from '@core/analyses/model-definition';
import type { ModelTable } from '@core/analyses/model-table';
import { useWords, type Words } from '@language/use-words';
import { type ForestLine, type ForestMark, forestHeight, forestPlot } from '@view/charts/forest-plot';
import { PlotFigure } from '@view/charts/PlotFigure';
import { Expander } from '@view/ui/Expander';
import { FigureFrame } from '@view/ui/FigureFrame';
import { Notice } from '@view/ui/Notice';
import { type ReactNode, useCallback, useMemo } from 'react';
import { HazardsSection } from './HazardsSection';
import { LooksNote } from './LooksNote';
import { ModelForms } from './ModelForms';
import { ModelGuards } from './ModelGuards';
import { ModelMethods } from './ModelMethods';
import { ModelNotes } from './ModelNotes';
import { ModelProfile } from './ModelProfile';
import { ModelScript } from './ModelScript';
import { ModelTable as ModelValues } from './ModelTable';
import { ModelTests } from './ModelTests';
import styles from './model.module.css';
import { forestWords, levelName, ratioText, rowName, termName } from './model-words';

interface Props {
  readonly title: string;
  readonly model: EndpointModel | null;
  /** The rows that the model was fitted to. */
  readonly table: ModelTable | null;
  readonly profile: ProfileValues;
  readonly onProfile: (profile: ProfileValues) => void;
  readonly onMerging: (merges: boolean) => void;
  readonly controls: ReactNode;
  /** Stands in the place of the picture while there is none, and above it while a newer one is on its way. */
  readonly pending: ReactNode;
  readonly refreshing: boolean;
  /** Stands above the picture: what is wrong with what was asked. */
  readonly warning: ReactNode;
  readonly onDrawn?: () => void;
  /** What was looked at in this session. */
  readonly looks: Looks;
  /** The cohort in words. */
  readonly cohort: string;
  /** What leaves of the model. */
  readonly exporting: ReactNode;
  /** Whether rows of single patients may be seen: the script holds them. */
  readonly mayShowRows: boolean;
}

/** A regression of an endpoint: forest plot, what to know before reading it, checks, predictions and its R script. */
export function ModelFigure(props: Props) {
  const { title, model, table, profile, controls, pending, refreshing, warning, onDrawn } = props;
  const words = useWords();
  const { say } = words;
  const fitted = model?.fitted ?? null;
  const lines = useMemo(() => (model === null ? [] : linesOf(model, words)), [model, words]);
  const summary = model === null || fitted === null ? null : summaryText(model, fitted, words);
  const method = model?.definition.method ?? 'cox';
  const options = useCallback(
    (width: number) => forestPlot(lines, forestWords(method, words), width),
    [lines, words, method],
  );
  return (
    <FigureFrame
      title={title}
      {...(summary === null ? {} : { summary })}
      controls={controls}
      refreshing={refreshing}
      tableLabel={say('figure.table')}
      table={
        model === null || fitted === null ? undefined : (
          <ModelValues model={model} fitted={fitted} title={title} words={words} />
        )
      }
      notes={
        model === null ? undefined : (
          <>
            <ModelNotes model={model} words={words} />
            <LooksNote looks={props.looks} />
          </>
        )
      }
    >
      <div className={styles.stack}>
        {warning}
        {pending}
        {model?.problem ? <Notice tone="info" title={problemText(model.problem, words)} /> : null}
        {model === null || fitted === null ? null : (
          <ModelGuards model={model} words={words} onMerging={props.onMerging} />
        )}
      </div>
      {model === null || fitted === null ? null : (
        <>
          <PlotFigure
            options={options}
            label={summary ?? title}
            height={forestHeight(lines, 1000)}
            {...(onDrawn === undefined ? {} : { onDrawn })}
          />
          <ModelTests model={model} fitted={fitted} words={words} />
          {fitted.hazards === null || fitted.hazards.courses.length === 0 ? null : (
            <Expander label={say('model.hazards')} level={3} look="link">
              <HazardsSection hazards={fitted.hazards} method={model.definition.method} words={words} />
            </Expander>
          )}
          {fitted.forms.length === 0 ? null : (
            <Expander label={say('model.forms')} level={3} look="link">
              <ModelForms model={model} forms={fitted.forms} words={words} />
            </Expander>
          )}
          <Expander label={say('model.profile')} level={3} look="link">
            <ModelProfile model={model} profile={profile} onProfile={props.onProfile} words={words} />
          </Expander>
          <Expander label={say('methods.panel')} level={3} look="link">
            <ModelMethods
              model={model}
              title={title}
              cohort={props.cohort}
              patients={words.number(fitted.patients)}
              events={words.number(fitted.events)}
              looks={props.looks}
              words={words}
            />
          </Expander>
          <Expander label={say('exports.panel')} level={3} look="link">
            {props.exporting}
          </Expander>
          {table === null || !props.mayShowRows ? null : (
            <Expander label={say('model.script')} level={3} look="link">
              <ModelScript table={table} model={model} profile={profile} title={title} words={words} />
            </Expander>
          )}
        </>
      )}
    </FigureFrame>
  );
}

function summaryText({ definition }: EndpointModel, fitted: FittedModel, words: Words): string {
  const { patients, events, competing, concordance } = fitted;
  const two = (value: number | null | undefined) =>
    value == null ? '–' : words.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return words.say(`model.summary.${definition.method}`, {
    patients,
    events,
    competing,
    concordance: words.say('model.withInterval', {
      value: two(concordance?.estimate),
      lower: two(concordance?.interval?.lower),
      upper: two(concordance?.interval?.upper),
    }),
  });
}

function problemText(problem: NonNullable<EndpointModel['problem']>, words: Words): string {
  const name = 'covariate' in problem ? words.say(`clinic.${problem.covariate}`) : '';
  return words.say(`model.problem.${problem.kind}`, { name });
}

/** A covariate of several lines has a head; one of a single line stands for itself. */
function linesOf({ definition, fitted }: EndpointModel, words: Words): readonly ForestLine[] {
  return (fitted?.terms ?? []).flatMap((term): ForestLine[] => {
    const rows = term.rows.map((row): ForestLine => {
      const reference = row.isReference ? words.say('model.isReference') : '';
      const { univariable, multivariable } = row;
      return {
        label: rowName(term, row, definition, words),
        isHead: false,
        counts: words.say('model.counts', { events: row.events, patients: row.patients }),
        alone: markOf(univariable, words),
        together: markOf(multivariable, words),
        remark: reference || (multivariable?.reason == null ? '' : words.say('model.notEstimable')),
      };
    });
    // The interaction of a spline has no line of its own: its test tells.
    if (term.kind === 'number' || term.kind === 'spline' || rows.length === 0) return rows;
    const head = {
      label: headName(term, definition, words),
      isHead: true,
      counts: '',
      alone: null,
      together: null,
      remark: '',
    };
    return [head, ...rows];
  });
}

const headName = (term: ModelTerm, definition: EndpointModel['definition'], words: Words): string => {
  const name = termName(term.term, definition, words);
  if (term.merged.length === 0) return name;
  const level = term.merged.map((one) => levelName(term.term, one, words)).join(', ');
  return `${name} (${words.say('model.level', { name: words.say('model.merged'), level })})`;
};

function markOf(estimate: ModelTerm['rows'][number]['multivariable'], words: Words): ForestMark | null {
  if (estimate === null || estimate.reason !== null || estimate.ratio === null) return null;
  const { ratio, lower, upper } = estimate;
  return { ratio, lower, upper, text: ratioText(estimate, words) };
}
