import type { Chapter } from '../chapter';

const spleen = { kind: 'range', fact: 'spleen_cm', min: 10 };

export const unknownChapter: Chapter = {
  title: 'Unknown, and what becomes of it',
  text: 'A rule is a condition with a policy. Who meets the condition passes, who does not is out; for whom it is unknown, the policy decides: `exclude` lets nobody pass who is not known to, `include` keeps them.',
  specs: [
    {
      title: 'The policy decides for the unknown alone',
      text: 'Whoever surely does not meet the condition is out under both policies.',
      tables: {
        diagnosis: `
          | patient | spleen_cm |
          | 1       | 12        |
          | 2       | 3         |
          | 3       |           |`,
      },
      cohorts: {
        exclude: { rules: [{ condition: spleen, unknown: 'exclude' }] },
        include: { rules: [{ condition: spleen, unknown: 'include' }] },
      },
      members: `
        | patient | exclude | include |
        | 1       | in      | in      |
        | 2       | out     | out     |
        | 3       | out     | in      |`,
    },
    {
      title: 'Not unknown is unknown',
      text: 'The opposite of an unknown condition is as unknown: the two cohorts below do not make up everybody.',
      tables: {
        diagnosis: `
          | patient | spleen_cm |
          | 1       | 12        |
          | 2       | 3         |
          | 3       |           |`,
      },
      cohorts: {
        large: { rules: [{ condition: spleen, unknown: 'exclude' }] },
        'not large': { rules: [{ condition: { kind: 'not', of: spleen }, unknown: 'exclude' }] },
      },
      members: `
        | patient | large | not large |
        | 1       | in    | out       |
        | 2       | out   | in        |
        | 3       | out   | out       |`,
    },
    {
      title: 'No rule',
      text: 'A cohort without rules is everybody who has the index event.',
      tables: {
        patient: `
          | patient | sex |
          | 1       | F   |
          | 2       | M   |`,
      },
      cohorts: { everybody: { rules: [] } },
      members: `
        | patient | everybody |
        | 1       | in        |
        | 2       | in        |`,
    },
  ],
};
