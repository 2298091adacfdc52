-- question: where is each patient of the extract, on the response curve since an origin or not
-- grain: one row per patient; place is in the list of places
-- order: patient_key
select reason::usmallint as place
from {{patients}}
order by patient_key
