-- question: how many patients are in each bin of {{name}}, in the cohort{{without}} and in all
-- grain: one row per bin, from included, to not, and one for those in whom it is not known
-- order: bin, not known last
with {{charted}},
extent as (
  select min({{fact}}::double) as low, max({{fact}}::double) as high
  from patient_fact
),
-- The narrowest round width that needs at most {{most}} bins.
width as (
  select min(candidate.width) as width
  from extent, (select unnest({{widths}}) as width) as candidate
  where floor(high / candidate.width) - floor(low / candidate.width) < {{most}}
),
bin as (
  select unnest(range(floor(low / width)::bigint, floor(high / width)::bigint + 1)) as bin
  from extent, width
  union all
  select null
),
counted as (
  select
    floor(patient_fact.{{fact}}::double / width)::bigint as bin,
    count(charted.patient_key) as in_cohort,
    count(*) as patients
  from patient_fact
  cross join width
  left join charted using (patient_key)
  group by 1
)
select
  bin.bin * width as "from",
  (bin.bin + 1) * width as "to",
  coalesce(in_cohort, 0) as in_cohort,
  coalesce(patients, 0) as patients
from bin
cross join width
left join counted on counted.bin is not distinct from bin.bin
order by bin.bin nulls last
