import { completeSql, type KnownSql } from '@features/workbench/complete-sql';
import { describe, expect, it } from 'vitest';

const column = (name: string) => ({ name, type: 'INTEGER', unit: 'd', meaning: `the ${name}` });
const known: KnownSql = {
  tables: [
    { name: 'patient', meaning: 'who', columns: [column('patient_key'), column('sex')] },
    { name: 'molecular', meaning: 'samples', columns: [column('patient_key'), column('day')] },
  ],
  functions: ['count'],
  keywords: ['select'],
};
const at = (script: string, asked = false) => {
  const position = script.indexOf('|');
  return completeSql(script.replace('|', ''), position, known, asked);
};
const labels = (script: string, asked = false) => at(script, asked)?.options.map(({ label }) => label);

describe('the completion of SQL', () => {
  it('offers columns of the tables that the statement names, then tables and words', () => {
    expect(labels('select s| from patient')).toEqual([
      'patient_key',
      'sex',
      'patient',
      'molecular',
      'count',
      'select',
    ]);
    expect(labels('select 1 from molecular; select s| from patient')).not.toContain('day');
  });

  it('offers the columns of the table or alias before a point', () => {
    expect(labels('select m.| from patient p join molecular as m using (patient_key)')).toEqual([
      'patient_key',
      'day',
    ]);
    expect(labels('select P.se| from patient p')).toEqual(['patient_key', 'sex']);
    expect(labels('select count(*) from patient p where p.|')).toEqual(['patient_key', 'sex']);
    expect(labels('from molecular as m select m.|')).toEqual(['patient_key', 'day']);
    expect(labels('select x.| from patient p')).toBeUndefined();
  });

  it('says type, unit and meaning', () => {
    expect(at('select molecular.d| from molecular')?.options[1]).toMatchObject({
      label: 'day',
      detail: 'INTEGER · d',
      meaning: 'the day',
    });
  });

  it('waits for a word, unless it is asked', () => {
    expect(at('select | from patient')).toBeNull();
    expect(at('select | from patient', true)?.from).toBe(7);
  });
});
