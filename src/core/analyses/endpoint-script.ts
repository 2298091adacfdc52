import { daysPerMonth } from '@core/domain/calendar';
import { hasIncidence } from '@core/endpoint/endpoint-definition';
import { causeOf, type EndpointSurvival, type EndpointTable, monthsOf } from './endpoint-survival';
import { comment, numbers, scriptTolerance, text } from './r-text';

/** What is told in comments at the head of the script. */
export interface ScriptHead {
  readonly title: string;
  readonly rule: string;
  /** What may be done with it; without one, that it is for use inside the hospital. */
  readonly note?: string;
}

/**
 * The figure as an R script that stands alone: the event table, the curves by `survival`, Gray's test by `cmprsk`, a plot, and
 * the expected numbers checked by `stopifnot`. It holds the counts of the table it is given: exact ones are for use inside the
 * hospital.
 *
 * @see tests/queries/endpoint-script.test.ts runs it in R on the demonstration, for every preset
 */
export function endpointScript(
  table: EndpointTable,
  survival: EndpointSurvival,
  { title, rule, note = 'Exact counts of patients per day: for use inside the hospital.' }: ScriptHead,
): string {
  const { curves, endpoint, groupBy } = survival;
  const levels = curves.map(({ level }) => level);
  const rows = table.rows.filter(({ level }) => level !== null && levels.includes(level));
  const incidence = hasIncidence(endpoint);
  const causes = 1 + endpoint.competing.length;
  const late = new Set(rows.map(({ entry }) => entry)).size > 1;
  return `${[
    ...comment(title, rule, note),
    'library(survival)',
    'events <- data.frame(',
    `  group = ${text(rows.map(({ level }) => level ?? ''))},`,
    `  entry = ${numbers(rows.map(({ entry }) => entry))},`,
    `  day = ${numbers(rows.map(({ day }) => day))},`,
    `  cause = ${numbers(rows.map(({ kind }) => causeOf(endpoint, kind)))},`,
    `  patients = ${numbers(rows.map(({ patients }) => patients))})`,
    'events <- events[rep(seq_len(nrow(events)), events$patients), ]',
    `events$group <- factor(events$group, levels = ${text(levels)})`,
    ...comment('At risk from the origin on, its own day included, where there is no late entry.'),
    'events$entry <- ifelse(is.na(events$entry), -1, events$entry)',
    `month <- ${daysPerMonth}`,
    'same <- function(found, expected) stopifnot(',
    `  isTRUE(all.equal(as.numeric(found), as.numeric(expected), tolerance = ${scriptTolerance})))`,
    ...eventFreeLines(survival, late),
    ...(incidence ? incidenceLines(survival, causes, late) : []),
    ...(groupBy === null || levels.length < 2 ? [] : testLines(survival, late)),
    'message("all numbers agree")',
  ].join('\n')}\n`;
}

const response = (late: boolean, status: string) =>
  late ? `Surv(entry, day, ${status})` : `Surv(day, ${status})`;

function eventFreeLines({ curves, options, endpoint }: EndpointSurvival, late: boolean): readonly string[] {
  const months = monthsOf(endpoint);
  const known = curves.flatMap(({ level, landmarks }) =>
    landmarks.flatMap(({ estimate, interval }, at) =>
      estimate === null
        ? []
        : [{ level, month: months[at] ?? 0, estimate, lower: interval?.lower, upper: interval?.upper }],
    ),
  );
  return [
    '',
    ...comment('Free of the event and of every competing one.'),
    `fit <- survfit(${response(late, 'cause > 0')} ~ group, data = events,`,
    `  conf.type = "${options.interval}", conf.int = ${options.level})`,
    'plot(fit, xscale = month, col = seq_along(levels(events$group)), mark.time = TRUE, conf.int = TRUE,',
    '  xlab = "Months", ylab = "Event-free")',
    'expected <- data.frame(',
    `  group = ${text(known.map(({ level }) => level))},`,
    `  month = ${numbers(known.map((one) => one.month))},`,
    `  free = ${numbers(known.map(({ estimate }) => estimate))},`,
    `  lower = ${numbers(known.map(({ lower }) => lower ?? null))},`,
    `  upper = ${numbers(known.map(({ upper }) => upper ?? null))})`,
    'for (i in seq_len(nrow(expected))) {',
    '  e <- expected[i, ]',
    `  one <- survfit(${response(late, 'cause > 0')} ~ 1, data = events[events$group == e$group, ],`,
    `    conf.type = "${options.interval}", conf.int = ${options.level})`,
    '  s <- summary(one, times = e$month * month, extend = TRUE)',
    '  same(s$surv, e$free)',
    '  if (!is.na(e$lower)) same(c(s$lower, s$upper), c(e$lower, e$upper))',
    '}',
  ];
}

function incidenceLines(
  { curves, endpoint }: EndpointSurvival,
  causes: number,
  late: boolean,
): readonly string[] {
  const months = monthsOf(endpoint);
  const known = curves.flatMap(({ level, incidenceLandmarks }) =>
    incidenceLandmarks.flatMap(({ causes: states }, at) =>
      states.flatMap(({ estimate }, place) =>
        estimate === null ? [] : [{ level, month: months[at] ?? 0, cause: place + 1, estimate }],
      ),
    ),
  );
  return [
    '',
    ...comment('Cumulative incidences (Aalen-Johansen): cause 1 is the event, the others compete.'),
    'expected <- data.frame(',
    `  group = ${text(known.map(({ level }) => level))},`,
    `  month = ${numbers(known.map((one) => one.month))},`,
    `  cause = ${numbers(known.map(({ cause }) => cause))},`,
    `  incidence = ${numbers(known.map(({ estimate }) => estimate))})`,
    'events$id <- seq_len(nrow(events))',
    `events$state <- factor(events$cause, levels = 0:${causes})`,
    'for (g in unique(expected$group)) {',
    `  one <- survfit(${response(late, 'state')} ~ 1, data = events[events$group == g, ], id = id)`,
    '  for (i in which(expected$group == g)) {',
    '    e <- expected[i, ]',
    '    s <- summary(one, times = e$month * month, extend = TRUE)',
    '    same(s$pstate[, which(one$states == as.character(e$cause))], e$incidence)',
    '  }',
    '}',
  ];
}

function testLines({ logRank, gray }: EndpointSurvival, late: boolean): readonly string[] {
  const cause = gray?.find((one) => one.cause === 1);
  return [
    ...(late || logRank === null || logRank.pValue === null
      ? []
      : [
          '',
          ...comment('Log-rank test.'),
          'test <- survdiff(Surv(day, cause > 0) ~ group, data = events)',
          `same(test$chisq, ${logRank.statistic})`,
        ]),
    ...(cause === undefined || cause.statistic === null
      ? []
      : [
          '',
          ...comment("Gray's test of the event."),
          'test <- cmprsk::cuminc(events$day, events$cause, events$group, cencode = 0)',
          `same(test$Tests["1", "stat"], ${cause.statistic})`,
        ]),
  ];
}
