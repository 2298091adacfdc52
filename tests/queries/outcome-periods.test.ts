import { hasR } from '@commands/reference/recompute';
import { causeOf } from '@core/analyses/endpoint-survival';
import {
  type OutcomePeriodRow,
  type OutcomePeriodTable,
  outcomePeriods,
  type PeriodOutcomeId,
  periodOutcomes,
} from '@core/analyses/outcome-periods';
import { everyone } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import { outcomePeriodRows } from '@data/queries/outcome-periods';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { inR } from '@tests/support/r-script';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const withR = await hasR('survival');
let engine: Engine;
let raw: RawExtract;
beforeAll(async () => {
  [engine, raw] = await Promise.all([demonstrationEngine(), readRawExtract('public/extract')]);
});
afterAll(() => engine.close());

const tableOf = (outcome: PeriodOutcomeId) =>
  outcomePeriodRows.ask(engine, { cohort: everyone, outcome }, { signal: new AbortController().signal });
const lastYear = 2026;

/** The adjusted number of one period again, by `survfit` of each ELTS group and the weights of the periods read. */
function script({ outcome, rows }: OutcomePeriodTable, months: number): string {
  const { endpoint } = periodOutcomes[outcome];
  const { periods } = outcomePeriods({ outcome, rows }, months, lastYear);
  const read = periods.filter(({ unread, adjusted }) => unread === null && adjusted?.estimate != null);
  const standard = periods.filter(({ unread }) => unread === null).map(({ from }) => from);
  const column = (of: (row: OutcomePeriodRow) => number | string) => `c(${rows.map(of).join(', ')})`;
  const isResponse = outcome === 'mmr' || outcome === 'mr4_5';
  return `
    suppressMessages(library(survival))
    d <- data.frame(period = ${column(({ period }) => period)}, entry = ${column(({ entry }) => entry ?? -1)},
      day = ${column(({ day }) => day)}, cause = ${column(({ kind }) => causeOf(endpoint, kind))},
      stratum = ${column(({ stratum }) => `'${stratum ?? 'none'}'`)}, n = ${column(({ patients }) => patients)})
    d <- d[rep(seq_len(nrow(d)), d$n), ]
    w <- prop.table(table(d$stratum[d$period %in% c(${standard.join(', ')})]))
    at <- ${months} * 365.25 / 12
    one <- function(d) {
      if (${isResponse ? 'TRUE' : 'FALSE'}) {
        d$cause <- factor(d$cause, levels = 0:max(1, d$cause))
        s <- summary(survfit(Surv(entry, day, cause) ~ 1, data = d, id = seq_len(nrow(d))), times = at)
        c(s$pstate[1, 2], s$std.err[1, 2])
      } else {
        s <- summary(survfit(Surv(entry, day, cause > 0) ~ 1, data = d), times = at)
        c(s$surv, s$std.err)
      }
    }
    near <- function(a, b) if (abs(a - b) > 1e-9) stop(a, ' is not ', b)
    check <- function(period, p, lower, upper) {
      found <- sapply(names(w), function(k) one(d[d$period == period & d$stratum == k, ]))
      q <- sum(w * found[1, ]); se <- sqrt(sum((w * found[2, ])^2))
      near(q, p)
      limits <- sort(q^exp(c(-1, 1) * qnorm(0.975) * se / (q * log(q))))
      near(limits[1], lower); near(limits[2], upper)
    }
    ${read
      .map(
        ({ from, adjusted }) =>
          `check(${from}, ${adjusted?.estimate}, ${adjusted?.interval?.lower}, ${adjusted?.interval?.upper})`,
      )
      .join('\n    ')}
    message('checked ', ${read.length})
  `;
}

describe('the outcomes of calendar periods on the demonstration', () => {
  it('have every patient in the period of the diagnosis, and none of those diagnosed lately at five years', async () => {
    const { periods } = outcomePeriods(await tableOf('survival'), 60, lastYear);
    for (const { from, until, patients } of periods) {
      const diagnosed = raw.patient.filter(
        ({ diagnosis_year, inclusion_day, last_contact_day }) =>
          diagnosis_year >= from &&
          diagnosis_year <= until &&
          last_contact_day >= 0 &&
          !(inclusion_day > 0 && last_contact_day <= inclusion_day),
      );
      expect([from, patients]).toEqual([from, diagnosed.length]);
    }
    expect(periods.filter(({ until }) => until > 2020).map(({ unread }) => unread)).toEqual(
      periods.filter(({ until }) => until > 2020).map(() => 'too_recent'),
    );
    expect(periods.some(({ adjusted }) => adjusted?.estimate != null)).toBe(true);
  });

  it.skipIf(!withR).each([
    ['survival', 24],
    ['survival', 60],
    ['mmr', 12],
    ['mr4_5', 60],
  ] as const)('%s at %i months is what R finds, standardised by hand', async (outcome, months) => {
    const said = await inR(script(await tableOf(outcome), months));
    expect(said).toMatch(/checked [1-9]/);
  });
});
