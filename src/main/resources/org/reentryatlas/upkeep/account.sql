-- What the owner of an edition should know of it.
select count(*) filter (where segment_id is null) as without_block,
       count(*) filter (where repeats) as repeats,
       count(*) filter (where areas = '{}') as without_area,
       count(*) filter (where exists (
           select
           from upkeep.service_request k
           where k.source_id = e.source_id
             and k.source <> :source
       )) as elsewhere
from edition e
