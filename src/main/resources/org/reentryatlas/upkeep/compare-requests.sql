-- What an edition would change of the one that is kept of its source. What was opened up to the day that is to stay is left as it is
-- where the edition does not know it.
select count(*) filter (where k.source_id is null) as added,
       count(*) filter (where k.content <> e.content) as changed,
       count(*) filter (where e.source_id is null and not k.stays) as removed,
       count(*) filter (where k.content = e.content or e.source_id is null and k.stays) as unchanged
from edition e
full join (
    select source_id, content, coalesce(opened <= cast(:keepUntil as date), false) as stays
    from upkeep.service_request
    where source = :source
) k on k.source_id = e.source_id
