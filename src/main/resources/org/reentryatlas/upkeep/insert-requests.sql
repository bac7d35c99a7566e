insert into upkeep.service_request (source, source_id, kind, opened, closed, status, repeats, segment_id, side, areas, content)
select :source, source_id, kind, opened, closed, status, repeats, segment_id, side, areas, content
from edition e
where not exists (
    select
    from upkeep.service_request k
    where k.source = :source
      and k.source_id = e.source_id
)
