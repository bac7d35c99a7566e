insert into basemap.ground (kind, source, source_id, name, geom, content)
select :kind, :source, source_id, name, geom, content
from edition e
where not exists (
    select
    from basemap.ground k
    where k.kind = :kind
      and k.source = :source
      and k.source_id = e.source_id
)
