-- Rows that lie further from the city than the margin are named and taken out. Where no police areas are loaded, nobody knows
-- where the city is. Buffered once in the working system, where the margin is in metres; then tested in degrees.
with jurisdiction as materialized (
    select st_transform(st_buffer(st_union(st_transform(a.geom, :srid)), :marginMetres), 4326) as geom
    from boundary.area a
    join boundary.area_set s on s.id = a.set_id
    where a.level = 'city'
      and s.base_level in ('beat', 'sector', 'district')
)
delete from incoming i
using jurisdiction j
where not st_covers(j.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326))
returning i.row_number
