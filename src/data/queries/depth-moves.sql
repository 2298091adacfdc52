-- question: how do the patients of a cohort move between the depths of response since the first TKI, and who has no course
-- grain: one row per reason of exclusion, or per day and pair of states; from_state is null where observation begins, to_state where it ends
-- order: reason, day, from_state, to_state; the null ones last
with cohort as materialized (
  select patient_key, coalesce(list_contains({{atypical_transcripts}}, transcript), false) as atypical
  from {{facts}}
  where {{cohort}}
),
subject as materialized (
  select
    patient_key,
    first_tki as zero,
    last_contact - first_tki as end_day,
    death - first_tki as death_day,
    case
      when first_tki is null then 'no_tki'
      when atypical then 'off_scale'
      when last_contact <= first_tki then 'no_follow_up'
    end as reason
  from cohort
  join patient_anchor using (patient_key)
),
followed as materialized (
  select patient_key, zero, end_day, death_day
  from subject
  where reason is null
),
test as materialized (
  -- Of one day the shallowest class.
  select patient_key, molecular.day - zero as test_day, min({{class_rank}}) as class_rank
  from followed
  join molecular using (patient_key)
  where {{class_rank}} is not null and molecular.day - zero <= end_day
  group by patient_key, molecular.day, zero
),
line as materialized (
  -- Lines without a day are none; of the others, the last one begun is the one that may go on.
  select patient_key, tki_line.start_day - zero as line_day, tki_line.end_day - zero as stop_day
  from followed
  join ({{tki_line}}) as tki_line using (patient_key)
  where tki_line.end_day is null or tki_line.end_day > tki_line.start_day
),
point as (
  select patient_key, 0 as day from followed
  union
  select patient_key, test_day from test
  union
  select patient_key, test_day + {{current_days}} from test
  union
  select patient_key, line_day from line
  union
  select patient_key, stop_day from line where stop_day is not null
  union
  select patient_key, death_day from followed where death_day is not null
),
inside as (
  select patient_key, day, death_day
  from point
  join followed using (patient_key)
  where day between 0 and end_day
),
placed as (
  select
    inside.patient_key as patient_key,
    inside.day as day,
    case
      when inside.day >= death_day then {{dead}}
      when line_day is null or stop_day <= inside.day then {{off_tki}}
      when test_day is null or inside.day - test_day >= {{current_days}} then {{not_assessed}}
      else greatest(0, class_rank - {{mmr_rank}} + 1)
    end as state
  from inside
  asof left join line on inside.patient_key = line.patient_key and inside.day >= line.line_day
  asof left join test on inside.patient_key = test.patient_key and inside.day >= test.test_day
),
followed_on as (
  select patient_key, day, state, lag(state) over (partition by patient_key order by day) as before
  from placed
),
move as (
  select day, before as from_state, state as to_state
  from followed_on
  where before is distinct from state
  union all
  select any_value(end_day), arg_max(state, day), null
  from placed
  join followed using (patient_key)
  where death_day is null
  group by patient_key
)
select null as reason, day, from_state::integer as from_state, to_state::integer as to_state, count(*)::integer as patients
from move
group by all
union all
select reason, null, null, null, count(*)::integer
from subject
where reason is not null
group by reason
order by reason, day, from_state, to_state
