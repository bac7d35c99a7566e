-- Parts of an area that lie far from its largest part: an exclave, or a part that carries another area's key.
with part as (
    select a.key, polygon.geom, st_transform(polygon.geom, :srid) as metric
    from incoming_area a
    cross join lateral st_dump(a.geom) polygon
    where st_numgeometries(a.geom) > 1
),
main as (
    select distinct on (key) key, metric from part order by key, st_area(metric) desc
)
insert into finding (verdict, kind, key, square_metres, place, detail)
select 'noted',
       'far_part',
       part.key,
       st_area(part.metric),
       st_pointonsurface(part.geom),
       format('a part of area ''%s'' lies %s m from its largest part', part.key, round(away.metres::numeric))
from part
join main using (key)
cross join lateral (select st_distance(part.metric, main.metric) as metres) away
where away.metres > :farMetres
order by away.metres desc
