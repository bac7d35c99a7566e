create temporary table edition on commit drop as
select placed.*, md5(placed::text)::uuid as content
from (
    select i.source_id, coalesce(i.house_number, '') as house_number, coalesce(i.street, '') as street,
           coalesce(i.unit, '') as unit, coalesce(i.city, '') as city, coalesce(i.state, '') as state,
           coalesce(i.postal_code, '') as postal_code, i.kind, i.units, coalesce(i.number, w.number) as number,
           w.number_suffix, w.block_to, s.id as street_id, st_setsrid(st_makepoint(i.lon, i.lat), 4326) as geom
    from incoming i
    join incoming_spelling w using (spelling)
    left join address.street s using (predir, name, suffix, postdir)
) placed
