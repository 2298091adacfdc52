-- question: how does each patient of a cohort leave the follow-up of an endpoint; the first part of every statement about exits
-- grain: `judged` has one row per patient of `cohort`; reason is null for the analysed, entry where they are at risk from the origin, kind where they were censored
-- order: none
with origin as (
  {{origin}}
),
cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
grouped as (
  select
    patient_key,
    {{level}} as level,
    coalesce(list_contains({{atypical_transcripts}}, transcript), false) as atypical
  from cohort
  left join (select patient_key, tki_years_before_stop from molecular_recurrence) using (patient_key)
),
subject as materialized (
  select
    patient_key,
    level,
    atypical,
    zero,
    inclusion - zero as inclusion_day,
    last_contact - zero as contact_day,
    first_mmr,
    first_tki,
    coalesce(first_stop_day, last_contact) as decision_day
  from grouped
  join patient_anchor using (patient_key)
  left join (
    select patient_key, min(stop_day) as first_stop_day
    from treatment_free_attempt
    where {{among}}
    group by patient_key
  ) using (patient_key)
  left join origin using (patient_key)
),
followed as materialized (
  select patient_key, zero, first_mmr, first_tki, decision_day
  from subject
  where zero is not null
),
recorded as materialized (
  -- Kinds in the order in which they win a day; a censoring has none.
  {{recorded}}
),
cut as (
  select patient_key, min(day) as cut_day, min(day) filter (where kind is null) as censoring_day
  from recorded
  group by patient_key
),
test as materialized (
  -- A row per sample; those of one day are one test where the next one counts.
  select
    patient_key,
    molecular.day - zero as day,
    case when detected then bcr_abl1_is_pct else 0 end as percent,
    {{lost}} as lost
  from followed
  join molecular using (patient_key)
  left join cut using (patient_key)
  where {{among}}
    and {{read_samples}}
    and {{tells}}
    and molecular.day > zero
    and (cut_day is null or molecular.day - zero <= cut_day)
),
sequence as (
  select
    patient_key,
    day,
    max(percent)::double as percent,
    bool_or(lost) as lost,
    lead(max(percent)::double) over tests as next_percent,
    coalesce(lead(bool_or(lost)) over tests, false) as next_lost
  from test
  group by patient_key, day
  window tests as (partition by patient_key order by day)
),
sampled as (
  select
    patient_key,
    max(day) as last_test_day,
    min(day) filter (where {{event_found}}) as loss_day
  from {{tests}}
  group by patient_key
),
happened as (
  select patient_key, kind, day from recorded where kind is not null
  union all
  select patient_key, {{sample_kind}} as kind, loss_day as day from sampled where loss_day is not null
),
first_event as (
  -- The earliest; of those on one day the one with the smallest kind.
  select patient_key, min(day::bigint * 64 + kind) as packed
  from happened
  where day >= 0
  group by patient_key
),
ended as (
  select
    subject.*,
    cut_day,
    last_test_day,
    case when packed // 64 <= coalesce(censoring_day, packed // 64) then packed end as event,
    least(coalesce({{follow_up}}, contact_day), cut_day) as end_day
  from subject
  left join cut using (patient_key)
  left join sampled using (patient_key)
  left join first_event using (patient_key)
),
left_follow_up as (
  select
    *,
    coalesce(event // 64, end_day)::integer as exit_day,
    (event % 64)::integer as exit_kind,
    case when {{truncated}} and inclusion_day > 0 then inclusion_day end as truncated_day
  from ended
),
entered as (
  select
    *,
    case
      when {{landmark}} is null then truncated_day
      else greatest({{landmark}}, coalesce(truncated_day, 0))
    end as entry_day
  from left_follow_up
),
judged as (
  select
    patient_key,
    level,
    zero,
    case
      when zero is null then 'no_origin'
      when not {{has_tables}} then 'not_recorded'
      when {{off_scale}} and atypical then 'off_scale'
      when cut_day < 0 then 'event_before_origin'
      when {{needs_samples}} and last_test_day is null then 'no_sample'
      when exit_day < 0 then 'no_follow_up'
      when exit_day <= truncated_day then 'before_inclusion'
      when exit_day <= {{landmark}} then 'before_landmark'
      when exit_day > {{horizon}} and entry_day >= {{horizon}} then 'before_inclusion'
    end as reason,
    coalesce(inclusion_day > 0, false) as included_later,
    entry_day as entry,
    case when exit_day > {{horizon}} then {{horizon}} else exit_day end as day,
    case when exit_day > {{horizon}} then null else exit_kind end as kind
  from entered
)
