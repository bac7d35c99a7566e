-- The shares that a run reckons demand with; what is counted has none.
select rule ->> 'category' as category, rule ->> 'share' as share, rule ->> 'source' as source
from gap.artefact a
cross join jsonb_array_elements(convert_from(a.content, 'UTF8')::jsonb -> 'demand') with ordinality as rules (rule, place)
where a.run_id = :runId
  and a.name = 'gap.json'
  and rule ->> 'source' <> ''
order by place
