import { comment, flags, numbers, text } from './r-text';

/** A table of an answer: columns of one length, numbers and truth values as numbers, `null` where nothing is known. */
export type AnswerTable = Readonly<Record<string, readonly (string | number | boolean | null)[]>>;

interface ScriptHead {
  readonly title: string;
  /** What may be done with it. */
  readonly note: string;
}

/** Beyond this many rows a script is no text to be read. */
export const mostScriptRows = 2000;

/** What R does with the answer of a question; the others are only printed. */
const analyses: Readonly<Record<string, readonly string[]>> = {
  'indicator-counts': [
    'years <- aggregate(cbind(units, met, unknown) ~ year, data = answer, FUN = sum)',
    'years$assessed <- years$units - years$unknown',
    'years <- years[years$assessed > 0, ]',
    'years$share <- years$met / years$assessed',
    'print(years)',
    ...comment('Cochran-Armitage test for trend, two-sided; the last year may be unfinished.'),
    'if (nrow(years) > 1) print(prop.trend.test(years$met, years$assessed, years$year))',
    'barplot(years$share, names.arg = years$year, ylim = c(0, 1))',
  ],
  'released-bars': [
    'for (panel in unique(answer$panel)) {',
    '  of <- answer[answer$panel == panel, ]',
    ...comment('What is not told counts as nobody.').map((line) => `  ${line}`),
    '  of$patients[is.na(of$patients)] <- 0',
    '  counts <- xtabs(patients ~ factor(part, unique(part)) + factor(bar, unique(bar)), data = of)',
    '  print(counts)',
    '  drawn <- if (nrow(counts) > 1) prop.table(counts, 2) else counts',
    '  barplot(drawn, horiz = TRUE, las = 1, legend.text = nrow(counts) > 1, main = panel)',
    '}',
  ],
  'released-visits': [
    'print(answer)',
    'plot(range(answer$month), range(answer[, c("lower_quartile", "median", "upper_quartile")], na.rm = TRUE),',
    '     log = "y", type = "n", xlab = "month", ylab = "BCR::ABL1 IS (%)")',
    'for (curve in unique(answer$curve)) {',
    '  of <- answer[answer$curve == curve, ]',
    '  lines(of$month, of$median, type = "b")',
    '  lines(of$month, of$lower_quartile, lty = 2)',
    '  lines(of$month, of$upper_quartile, lty = 2)',
    '}',
  ],
  'released-measures': [
    'print(answer)',
    'answer$column <- paste(answer$measure, answer$name)',
    'answer$value[is.na(answer$value)] <- 0',
    'counts <- answer$measure == "patients"',
    'print(xtabs(value ~ factor(row, unique(row)) + factor(column, unique(column)), data = answer))',
    'drawn <- answer[!counts & answer$name %in% c("rate", "median"), ]',
    'dotchart(drawn$value, labels = drawn$row, groups = factor(drawn$measure))',
  ],
  'predictor-outcomes': [
    ...comment('Area under the curve of each marker, who had reached the depth before left out.'),
    'known <- answer[!is.na(answer$value) & !answer$reached_before & answer$status %in% c("yes", "no"), ]',
    'areas <- c()',
    'for (marker in unique(known$marker)) {',
    '  of <- known[known$marker == marker, ]',
    '  value <- rep(of$value, of$patients)',
    '  reached <- rep(of$status == "yes", of$patients)',
    '  ranks <- rank(-value)',
    '  n <- c(sum(reached), sum(!reached))',
    '  areas[marker] <- (sum(ranks[reached]) - n[1] * (n[1] + 1) / 2) / prod(n)',
    '}',
    'print(areas, digits = 15)',
  ],
};

/** The answer of a figure as an R script that stands alone, in base R: its table, and what is computed from it. */
export function answerScript(
  id: string,
  tables: readonly AnswerTable[],
  { title, note }: ScriptHead,
): string {
  const names = tables.map((_, place) => (place === 0 ? 'answer' : `answer_${place + 1}`));
  return `${[
    ...comment(title, note),
    ...tables.flatMap((table, place) => frameLines(names[place] ?? '', table)),
    ...(analyses[id] ?? names.map((name) => `print(${name})`)),
  ].join('\n')}\n`;
}

function frameLines(name: string, table: AnswerTable): readonly string[] {
  const columns = Object.entries(table).map(([column, cells]) => `  \`${column}\` = ${vectorOf(cells)}`);
  return [`${name} <- data.frame(`, `${columns.join(',\n')},`, '  check.names = FALSE)'];
}

function vectorOf(cells: AnswerTable[string]): string {
  const known = cells.filter((cell) => cell !== null);
  if (known.length > 0 && known.every((cell) => typeof cell === 'boolean')) {
    return flags(cells.map((cell) => (cell === null ? null : Boolean(cell))));
  }
  if (known.every((cell) => typeof cell === 'number')) {
    return numbers(cells.map((cell) => (cell === null ? null : Number(cell))));
  }
  return text(cells.map((cell) => (cell === null ? null : String(cell))));
}
