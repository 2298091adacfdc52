import { chooseFirstLine, chooseNextDrug } from '@commands/generate/drug-choice';
import { drugProfiles } from '@commands/generate/drug-profiles';
import { RandomSource } from '@commands/generate/random-source';
import { expect, test } from 'vitest';

const random = new RandomSource(9, 1);

test.each([2002, 2008, 2012, 2016, 2019, 2023, 2025])('a first line of %i is on the market', (year) => {
  const drawn = new Set(Array.from({ length: 3000 }, () => chooseFirstLine(year, random)));
  expect([...drawn].filter((drug) => drugProfiles[drug].available > year)).toEqual([]);
});

test.each([2004, 2009, 2015, 2024])('a next drug of %i is new to the patient and on the market', (time) => {
  for (let draw = 0; draw < 500; draw++) {
    const drug = chooseNextDrug(
      { time, reason: 'resistance', previous: ['imatinib', 'dasatinib'], lineNumber: 2, hasT315I: false },
      random,
    );
    expect(['imatinib', 'dasatinib']).not.toContain(drug);
    expect(drugProfiles[drug].available).toBeLessThanOrEqual(time);
  }
});

test('T315I leaves ponatinib and asciminib only', () => {
  const drawn = new Set(
    Array.from({ length: 500 }, () =>
      chooseNextDrug(
        { time: 2024, reason: 'resistance', previous: ['imatinib'], lineNumber: 1, hasT315I: true },
        random,
      ),
    ),
  );
  expect([...drawn].sort()).toEqual(['asciminib', 'ponatinib']);
});
