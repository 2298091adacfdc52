import { figureKey, topicOf, topicTables } from '@core/analyses/report-figure';
import { type IndicatorTopic, indicators } from '@core/domain/indicator';
import { contractRuleSentence } from '@language/contract-rule';
import { releasedCountText } from '@language/released-text';
import { useWords } from '@language/use-words';
import type { FrozenReport } from '@session/use-report';
import { figureNames } from '@view/figures/exported-figure-names';
import { ReportFigure } from './ReportFigure';
import { ReportIndicator } from './ReportIndicator';
import styles from './report.module.css';

interface Props {
  readonly topic: IndicatorTopic;
  readonly frozen: FrozenReport;
}

/** The pages of one topic: its figures, its indicators, and what both mean and rest on; nothing where it has neither. */
export function TopicSheet({ topic, frozen, lastYear }: Props & { readonly lastYear: number | undefined }) {
  const { say } = useWords();
  const { report, definition } = frozen;
  const indicatorsHere = report.indicators.filter(({ indicator }) => indicators[indicator].topic === topic);
  const figuresHere = definition.figures.filter((one) => topicOf(one) === topic);
  if (indicatorsHere.length + figuresHere.length === 0) return null;
  return (
    <section className={styles.sheet}>
      <h2>{say(`practice.topic.${topic}`)}</h2>
      {figuresHere.map((asked) => {
        const key = figureKey(asked);
        const figure = report.figures.find(({ level }) => level === key)?.figure;
        return figure === undefined ? null : <ReportFigure key={key} asked={asked} figure={figure} />;
      })}
      {indicatorsHere.map((one) => (
        <ReportIndicator key={one.indicator} released={one} own={definition.own} lastYear={lastYear} />
      ))}
      <TopicNotes topic={topic} frozen={frozen} />
    </section>
  );
}

/** How the numbers of a topic are counted, and which rules of the contract are broken in the tables that they come from. */
function TopicNotes({ topic, frozen }: Props) {
  const words = useWords();
  const { say } = words;
  const { report, definition } = frozen;
  const rules = rulesOf(
    definition.figures.filter((one) => topicOf(one) === topic).map((one) => figureNames(one, words)),
  );
  const warnings = report.warnings.filter(({ table }) => topicTables[topic].includes(table));
  return (
    <section className={styles.notes}>
      <h3>{say('report.definitions')}</h3>
      <dl className={styles.definitions}>
        {rules.map(({ titles, rule }) => (
          <div key={rule}>
            <dt>{titles.join(' – ')}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
        {definition.indicators
          .filter(({ id }) => indicators[id].topic === topic)
          .map(({ id, version }) => (
            <div key={id}>
              <dt>{say('report.definition', { indicator: say(`indicator.${id}`), version })}</dt>
              <dd>
                {say(`indicator.${id}.rule`)} {say(`practice.year.${indicators[id].year}`)}
              </dd>
            </div>
          ))}
      </dl>
      <h3>{say('report.quality')}</h3>
      <ul className={styles.definitions}>
        {report.indicators
          .filter(({ indicator }) => indicators[indicator].topic === topic)
          .map(({ indicator, overall }) => (
            <li key={indicator}>
              {say('report.notAssessed', {
                indicator: say(`indicator.${indicator}`),
                unknown: releasedCountText(words, overall.unknown),
                units: releasedCountText(words, overall.units),
              })}
            </li>
          ))}
      </ul>
      <p>{say(warnings.length === 0 ? 'report.noWarning' : 'report.warnings')}</p>
      {warnings.length === 0 ? null : (
        <ul className={styles.definitions}>
          {warnings.map(({ rule, patients }) => (
            <li key={rule}>
              {say('report.warning', {
                rule: contractRuleSentence(rule, words.language),
                patients: releasedCountText(words, patients),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How figures are counted, each rule once. */
function rulesOf(
  figures: readonly { readonly title: string; readonly rule: string }[],
): readonly { readonly titles: readonly string[]; readonly rule: string }[] {
  return [...new Set(figures.map(({ rule }) => rule))].map((rule) => ({
    rule,
    titles: figures.filter((one) => one.rule === rule).map(({ title }) => title),
  }));
}
