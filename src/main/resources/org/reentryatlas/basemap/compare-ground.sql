-- What an edition would change of the one that is kept of its source.
select count(*) filter (where k.source_id is null) as added,
       count(*) filter (where k.content <> e.content) as changed,
       count(*) filter (where e.source_id is null) as removed,
       count(*) filter (where k.content = e.content) as unchanged
from edition e
full join (
    select source_id, content
    from basemap.ground
    where kind = :kind
      and source = :source
) k on k.source_id = e.source_id
