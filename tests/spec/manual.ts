import { wordsIn } from '@language/catalogue';
import { conditionText, ruleSentence } from '@language/cohort-sentence';
import { wordsOf } from '@language/words';
import { createIntl } from 'react-intl';
import type { Chapter, Json, Spec } from './chapter';
import { readDrawn } from './drawn-table';
import { readSpecCohort } from './two-readers';

const words = wordsOf(createIntl({ locale: 'en-GB', messages: wordsIn('en') }));

/** The manual of the language: the chapters as one page, every table of which is a test. */
export function manual(preface: string, chapters: readonly Chapter[]): string {
  const contents = chapters.map(
    ({ title }, at) => `${at + 1}. [${title}](#${anchorOf(`${at + 1}. ${title}`)})`,
  );
  const pages = chapters.map((chapter, at) => chapterText(chapter, at + 1));
  return `${[preface, contents.join('\n'), ...pages].join('\n\n')}\n`;
}

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

function chapterText({ title, text, specs }: Chapter, number: number): string {
  return [
    `## ${number}. ${title}`,
    text,
    ...specs.map((spec, at) => specText(spec, `${number}.${at + 1}`)),
  ].join('\n\n');
}

function specText(spec: Spec, number: string): string {
  const drawn = Object.entries(spec.tables).map(([name, text]) => `\`${name}\`\n\n${tableText(text)}`);
  const absent =
    spec.absent === undefined
      ? []
      : [`The extract has no table ${spec.absent.map((name) => `\`${name}\``).join(', ')}.`];
  const index = spec.index === undefined ? [] : [`Index event: \`${JSON.stringify(spec.index)}\`.`];
  const broken =
    spec.broken === undefined ? [] : ['Rules of the contract that these rows break:', tableText(spec.broken)];
  return [
    `### ${number} ${spec.title}`,
    spec.text,
    ...drawn,
    ...absent,
    ...broken,
    ...index,
    ...askedText(spec),
  ].join('\n\n');
}

function askedText(spec: Spec): readonly string[] {
  if ('conditions' in spec) {
    const definitions = Object.entries(spec.conditions).map(([label, condition]) => {
      const [rule] = readSpecCohort({ rules: [{ condition, unknown: 'exclude' }] }).rules;
      return definition(label, rule === undefined ? '' : conditionText(words, rule.condition), condition);
    });
    return [definitions.join('\n\n'), tableText(spec.verdicts)];
  }
  if ('cohorts' in spec) {
    const definitions = Object.entries(spec.cohorts).map(([label, cohort]) =>
      definition(label, sentencesOf(cohort), cohort),
    );
    return [definitions.join('\n\n'), tableText(spec.members)];
  }
  const order = spec.order === undefined ? [] : [`Steps taken in the order ${spec.order.join(', ')}.`];
  return [definition('cohort', sentencesOf(spec.cohort), spec.cohort), ...order, tableText(spec.attrition)];
}

const sentencesOf = (cohort: Json) =>
  readSpecCohort(cohort)
    .rules.map((rule) => ruleSentence(words, rule))
    .join('; ');

const definition = (label: string, sentence: string, json: Json) =>
  `- **${label}**: ${sentence || 'everybody'}\n\n  \`\`\`json\n  ${JSON.stringify(json)}\n  \`\`\``;

function tableText(text: string): string {
  const { names, rows } = readDrawn(text);
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  const widths = names.map((_, at) => Math.max(3, ...lines.map((line) => (line[at] ?? '').length)));
  const drawn = lines.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  return [drawn[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...drawn.slice(1)].join(
    '\n',
  );
}
