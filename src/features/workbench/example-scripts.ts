/** Scripts to start from: each runs on every extract that has the tables it names. */
export const exampleScripts = {
  cohort: `-- The current cohort, as the rules above have it
select patient_id, sex, age, phase, elts, first_line_drug, response_12m, follow_up_years
from cohort
order by patient_id
`,
  survival: `-- One row per patient: when and how follow-up ended, and the ELTS group
select exit_day, event, elts
from endpoint_overall_survival
join cohort using (patient_key)
where excluded is null
`,
  samples: `-- Samples by year since diagnosis and by response class
select day // 365.25 as year, response_class, count(*) as samples
from response_sample
join cohort using (patient_key)
where response_class is not null
group by all
order by year, response_class
`,
} as const;

export type ExampleId = keyof typeof exampleScripts;
export const exampleIds = Object.keys(exampleScripts) as readonly ExampleId[];
