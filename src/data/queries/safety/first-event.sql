-- question: on which day did one of some adverse events first come on the first TKI
-- grain: one row per patient who had one; the tables are those of `first-tki-course.sql`
-- order: none
  select patient_key, min(onset_day) as event_day
  from adverse_event
  join observed using (patient_key, line_number)
  where position = 1
    and list_contains({{terms}}, term::varchar)
    and onset_day >= start_day
    and onset_day <= coalesce(end_day, last_contact_day)
  group by patient_key
