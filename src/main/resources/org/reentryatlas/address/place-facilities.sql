create temporary table edition on commit drop as
select placed.*, md5(placed::text)::uuid as content
from (
    select i.source_id, i.name, address.clean(i.name) as plain_name, i.kind, coalesce(i.spelling, '') as address,
           coalesce(i.postal_code, '') as postal_code, i.capacity, w.number, coalesce(w.number_suffix, '') as number_suffix,
           s.id as street_id, st_setsrid(st_makepoint(i.lon, i.lat), 4326) as geom
    from incoming i
    left join incoming_spelling w using (spelling)
    left join address.street s on (s.predir, s.name, s.suffix, s.postdir) = (w.predir, w.name, w.suffix, w.postdir)
        and w.number is not null
) placed
