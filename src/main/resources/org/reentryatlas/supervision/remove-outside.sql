-- Rows whose own coordinates lie outside the jurisdiction are named and taken out: a mistake in them cannot be told from a
-- move. Buffered once in the working system, where the margin is in metres; then tested in degrees, where the points are.
with jurisdiction as materialized (
    select st_transform(st_buffer(st_transform(geom, :srid), :marginMetres), 4326) as geom
    from boundary.area
    where set_id = :areaSetId
      and level = 'city'
)
delete from incoming_record i
using jurisdiction j
where i.lon is not null
  and not st_covers(j.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326))
returning i.row_number
