-- What a run says of times of the week about a level, line by line as it was written; no field of it has a comma.
select split_part(line, ',', 1) as mode,
       split_part(line, ',', 2) as category,
       split_part(line, ',', 5) as time,
       split_part(line, ',', 6)::integer as sites_open,
       split_part(line, ',', 7)::integer as hours_unknown,
       nullif(split_part(line, ',', 8), '')::integer as nearest_s,
       nullif(split_part(line, ',', 9), '')::integer as within_30_low,
       nullif(split_part(line, ',', 10), '')::integer as within_30_high
from gap.artefact a
cross join string_to_table(convert_from(a.content, 'UTF8'), E'\n') with ordinality as lines (line, place)
where a.run_id = :runId
  and a.name = 'times.csv'
  and split_part(line, ',', 3) = :level
order by place
