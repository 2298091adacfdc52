import { readStatement } from '@data/queries/workbench/read-statement';
import { namesIn, statementAt, statementsOf } from '@data/queries/workbench/script';
import { statementFault } from '@data/queries/workbench/statement-fault';
import { cohortViewNames } from '@data/queries/workbench/workbench-view';
import { describe, expect, it } from 'vitest';

const textsOf = (script: string) => statementsOf(script).map(({ text }) => text);

describe('a script', () => {
  it.each([
    ['', []],
    [' ; -- nothing\n ;/* at all */', []],
    ['select 1', ['select 1']],
    ["select ';' as a; -- one\nselect 2;", ["select ';' as a", '-- one\nselect 2']],
    ["select 'it''s;' ; select \"a;b\"", ["select 'it''s;'", 'select "a;b"']],
    ["select e'it\\';s'; select 2", ["select e'it\\';s'", 'select 2']],
    ['select $$a;b$$; select $t$ ; $$ ; $t$', ['select $$a;b$$', 'select $t$ ; $$ ; $t$']],
    ['select /* ; /* ; */ ; */ 1; select 2', ['select /* ; /* ; */ ; */ 1', 'select 2']],
    ['select 1e5; select 2', ['select 1e5', 'select 2']],
    ["select 'not closed; select 2", ["select 'not closed; select 2"]],
  ])('is cut at its semicolons: %s', (script, texts) => {
    expect(textsOf(script)).toEqual(texts);
  });

  it('has one statement at every place', () => {
    const script = 'select 1;\n\nselect 2;\nselect 3';
    const at = (position: number) => statementAt(script, position)?.text;
    expect([0, 9, 10, 11, 19, 20, 24, 99].map(at)).toEqual([
      'select 1',
      'select 1',
      'select 1',
      'select 2',
      'select 2',
      'select 2',
      'select 3',
      'select 3',
    ]);
    expect(statementAt(' -- nothing', 3)).toBeNull();
  });

  it('tells its names from its texts and comments', () => {
    expect([...namesIn(`select A.b, 'cohort' from "Co""hort" -- cohort_a\n join cohort_b`)]).toEqual([
      'select',
      'a',
      'b',
      'from',
      'Co"hort',
      'join',
      'cohort_b',
    ]);
  });
});

describe('a statement', () => {
  it.each([
    'select 1',
    '-- why\nSELECT 1',
    '/* why */ with a as (select 1) from a',
    'from patient',
    '(select 1) union (select 2)',
    'describe patient',
    'summarize patient',
  ])('that reads is read: %s', (sql) => {
    expect(readStatement(sql)).toEqual({ kind: 'rows', sql, offset: 0 });
  });

  it('that explains another is a plan of it', () => {
    expect(readStatement('explain  select 1')).toEqual({ kind: 'plan', sql: 'select 1', offset: 9 });
    expect(readStatement('explain analyze select 1')).toBeNull();
    expect(readStatement('explain delete from patient')).toBeNull();
  });

  it.each(['insert into a select 1', 'selec 1', '"select" 1', "'select' 1", '', '-- select'])(
    'that does anything else is none: %s',
    (sql) => {
      expect(readStatement(sql)).toBeNull();
    },
  );
});

describe('a fault without a place', () => {
  it('has none', () => {
    expect(statementFault(new Error('Out of range'), 'select 1')).toEqual({
      message: 'Out of range',
      position: null,
    });
  });

  it('behind the statement is at its end', () => {
    const error = new Error('Parser Error: syntax error at or near ")"\n\nLINE 4: )\n        ^');
    expect(statementFault(error, 'select\n1 +').position).toBe(10);
  });
});

it('cohorts have names of tables, each its own', () => {
  expect(cohortViewNames(['A', 'Âgés > 65', 'agés 65', '…', 'A'])).toEqual([
    'cohort_a',
    'cohort_ages_65',
    'cohort_ages_65_2',
    'cohort_x',
    'cohort_a_2',
  ]);
});
