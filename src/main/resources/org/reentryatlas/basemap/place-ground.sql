-- A map only colours the ground, so that rings that cross are made valid without asking.
create temporary table edition on commit drop as
select placed.*, md5(placed::text)::uuid as content
from (
    select source_id, coalesce(name, '') as name, st_setsrid(st_multi(st_collectionextract(st_makevalid(geom), 3)), 4326) as geom
    from incoming
) placed
