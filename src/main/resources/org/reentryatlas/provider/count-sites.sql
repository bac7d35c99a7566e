-- How many of the staged sites are new, and how many the directory knows already.
select count(*) filter (where s.source_id is null) as added,
       count(*) filter (where s.source_id is not null) as updated
from incoming_site i
left join provider.site s on s.source_id = i.source_id
