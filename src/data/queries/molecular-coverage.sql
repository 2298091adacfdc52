-- question: which patients of the cohort are on the molecular response curve, and why are the others not
-- grain: one row per reason
-- order: none needed, four reasons at most
select molecular_curve as reason, count(*)::integer as patients
from {{facts}}
where {{cohort}}
group by molecular_curve
order by molecular_curve
