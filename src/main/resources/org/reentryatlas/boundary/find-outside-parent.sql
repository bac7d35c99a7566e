-- Areas with more than slivers outside the area above, where that level is kept as a set of its own. The area above is the
-- one that the file names, else the one that holds most of it.
with parent as (
    select key, geom from boundary.area where set_id = :parentSet and level = :parentLevel
),
pair as (
    select a.key, a.geom, up.key as parent_key, up.geom as parent_geom
    from incoming_area a
    cross join lateral (
        select p.key, p.geom
        from parent p
        where p.geom && a.geom
        order by p.key is not distinct from a.keys ->> cast(:parentLevel as text) desc,
                 st_area(st_intersection(p.geom, a.geom)) desc
        limit 1
    ) up
),
piece as (
    select pair.key, parent_key, part.geom, st_transform(part.geom, :srid) as metric
    from pair
    cross join lateral st_dump(st_collectionextract(st_difference(pair.geom, parent_geom), 3)) part
)
insert into finding (verdict, kind, key, other_key, square_metres, place, detail)
select 'noted',
       'outside_parent',
       key,
       parent_key,
       sum(st_area(metric)),
       (array_agg(st_pointonsurface(geom) order by st_area(metric) desc))[1],
       format(
           '%s m² of area ''%s'' lie outside %s ''%s''',
           round(sum(st_area(metric))::numeric), key, :parentLevel, parent_key)
from piece
where not st_isempty(st_buffer(metric, -0.5 * :sliver))
group by key, parent_key
order by sum(st_area(metric)) desc
