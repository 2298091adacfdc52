-- question: from when to when was each TKI line under observation: from its start or the inclusion, to its end or the last contact
-- grain: one row per TKI line
-- order: none
  select
    patient_key,
    line_number,
    position,
    drug,
    start_day,
    end_day,
    stop_reason,
    inclusion_day,
    last_contact_day,
    vital_status::varchar as vital_status,
    greatest(start_day, inclusion_day) as from_day,
    least(coalesce(end_day, last_contact_day), last_contact_day) as until_day
  from {{tki}} as line
  join patient using (patient_key)
