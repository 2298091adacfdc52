-- question: on which day did each patient of the extract last show that the event of an endpoint had not come
-- grain: one row per patient; 0 without a test between the origin and the exit
-- order: patient_key
{{exits}}
select judged.patient_key, coalesce(max(test.day), 0)::integer as last_free
from judged
left join test on test.patient_key = judged.patient_key and test.day < judged.day
group by judged.patient_key
order by judged.patient_key
