/** The parts of the query of a rule. */
export interface RuleQuery {
  readonly breaks: string;
  readonly rows: string;
  readonly scope: string | null;
  /** `percent`: the query gives the share of broken rows; `count`: their number. */
  readonly unit: 'count' | 'percent';
}

const countHead = 'SELECT count(*) FILTER (WHERE ';
const percentHead = `SELECT 100.0 * count(*) FILTER (WHERE `;
const percentTail = ' / greatest(count(*), 1)';

/**
 * Takes the query of a rule apart. It has one of two forms, so that the same text gives one number to any tool that
 * reads the standard, and counts by patient, centre and year to this application:
 *
 * - `SELECT count(*) FILTER (WHERE <breaks>) FROM <rows> [WHERE <scope>]`
 * - `SELECT 100.0 * count(*) FILTER (WHERE <breaks>) / greatest(count(*), 1) FROM <rows> [WHERE <scope>]`
 *
 * @returns `null` for any other text
 */
export function readRuleQuery(query: string): RuleQuery | null {
  const text = query.replace(/\s+/g, ' ').trim();
  const unit = text.startsWith(percentHead) ? 'percent' : 'count';
  const head = unit === 'percent' ? percentHead : countHead;
  if (!text.startsWith(head)) return null;
  const end = closingParenthesis(text, head.length);
  if (end === null) return null;
  const from = `${unit === 'percent' ? percentTail : ''} FROM `;
  if (!text.startsWith(from, end + 1)) return null;
  const rest = text.slice(end + 1 + from.length);
  const where = topLevel(rest, ' WHERE ');
  const rows = where === null ? rest : rest.slice(0, where);
  const isOther = [' GROUP BY ', ' ORDER BY ', ' LIMIT ', ' UNION ', ';'].some(
    (word) => topLevel(rest, word) !== null,
  );
  if (rows === '' || isOther) return null;
  return {
    breaks: text.slice(head.length, end),
    rows,
    scope: where === null ? null : rest.slice(where + ' WHERE '.length),
    unit,
  };
}

/** Where the parenthesis that is open at `from` closes; texts in quotes are stepped over. */
function closingParenthesis(text: string, from: number): number | null {
  for (const { at, depth } of places(text, from)) {
    if (depth < 0) return at;
  }
  return null;
}

/** Where a word stands outside all parentheses and quotes. */
function topLevel(text: string, word: string): number | null {
  for (const { at, depth } of places(text, 0)) {
    if (depth === 0 && text.startsWith(word, at)) return at;
  }
  return null;
}

function* places(text: string, from: number): Generator<{ readonly at: number; readonly depth: number }> {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "'") quoted = !quoted;
    if (quoted) continue;
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    yield { at, depth };
  }
}
