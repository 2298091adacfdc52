import type { Chapter } from '../chapter';

const six = {
  patient: `
    | patient | sex |
    | 1       | F   |
    | 2       | F   |
    | 3       | F   |
    | 4       | M   |
    | 5       | M   |
    | 6       | F   |`,
  diagnosis: `
    | patient | phase | spleen_cm |
    | 1       | CP    | 12        |
    | 2       | CP    | 3         |
    | 3       | CP    |           |
    | 4       | CP    | 12        |
    | 5       | AP    | 3         |
    | 6       | AP    | 12        |`,
};

const women = { condition: { kind: 'category', fact: 'sex', values: ['F'] }, unknown: 'exclude' };
const chronic = { condition: { kind: 'category', fact: 'phase', values: ['CP'] }, unknown: 'exclude' };
const largeSpleen = { condition: { kind: 'range', fact: 'spleen_cm', min: 10 }, unknown: 'include' };
const nobody = { condition: { kind: 'category', fact: 'sex', values: [] }, unknown: 'exclude' };

export const attritionChapter: Chapter = {
  title: 'Attrition',
  text: 'The way from everybody to the cohort, one step per rule: who comes to it, how it answers for them, who goes on. Step 0 is the index event. “Fails only this” counts, over everybody, whom this rule alone keeps out.',
  specs: [
    {
      title: 'Step by step',
      text: 'Patient 3 goes on though the spleen is not known: the rule keeps the unknown.',
      tables: six,
      cohort: { rules: [women, chronic, largeSpleen] },
      attrition: `
        | step | entering | met | not met | unknown | remaining | fails only this |
        | 0    | 6        | 6   | 0       | 0       | 6         | 0               |
        | 1    | 6        | 4   | 2       | 0       | 4         | 1               |
        | 2    | 4        | 3   | 1       | 0       | 3         | 1               |
        | 3    | 3        | 1   | 1       | 1       | 2         | 1               |`,
    },
    {
      title: 'Another order is another path to the same end',
      text: 'The steps differ, the end and “fails only this” do not.',
      tables: six,
      cohort: { rules: [women, chronic, largeSpleen] },
      order: [0, 3, 2, 1],
      attrition: `
        | step | entering | met | not met | unknown | remaining | fails only this |
        | 0    | 6        | 6   | 0       | 0       | 6         | 0               |
        | 3    | 6        | 3   | 2       | 1       | 4         | 1               |
        | 2    | 4        | 3   | 1       | 0       | 3         | 1               |
        | 1    | 3        | 2   | 1       | 0       | 2         | 1               |`,
    },
    {
      title: 'Steps that nobody reaches are kept',
      text: 'A rule that nobody meets ends the path; the steps after it stand with 0.',
      tables: six,
      cohort: { rules: [nobody, women] },
      attrition: `
        | step | entering | met | not met | unknown | remaining | fails only this |
        | 0    | 6        | 6   | 0       | 0       | 6         | 0               |
        | 1    | 6        | 0   | 6       | 0       | 0         | 4               |
        | 2    | 0        | 0   | 0       | 0       | 0         | 0               |`,
    },
  ],
};
