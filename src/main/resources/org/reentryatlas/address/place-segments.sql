create temporary table edition on commit drop as
select placed.*, md5(placed::text)::uuid as content
from (
    select i.source_id, coalesce(i.street, '') as street, s.id as street_id, i.left_from, i.left_to, i.right_from, i.right_to,
           coalesce(i.left_postal_code, '') as left_postal_code, coalesce(i.right_postal_code, '') as right_postal_code,
           coalesce(i.city, '') as city, coalesce(i.class, '') as class,
           i.direction, i.speed_kmh,
           st_setsrid(case when geometrytype(i.geom) = 'LINESTRING' then i.geom else st_linemerge(i.geom) end, 4326) as geom
    from incoming i
    left join incoming_spelling w using (spelling)
    left join address.street s using (predir, name, suffix, postdir)
) placed
