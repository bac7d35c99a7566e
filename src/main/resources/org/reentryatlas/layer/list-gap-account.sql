-- The account of a run, line by line as it was written; no field of it has a comma.
select split_part(line, ',', 1) as mode,
       split_part(line, ',', 2) as category,
       split_part(line, ',', 3) as what,
       split_part(line, ',', 4) as value
from gap.artefact a
cross join regexp_split_to_table(convert_from(a.content, 'UTF8'), E'\\r?\\n') with ordinality as lines (line, place)
where a.run_id = :runId
  and a.name = 'account.csv'
  and place > 1
  and line <> ''
order by place
