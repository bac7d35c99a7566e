with thinned as (
    select row_number, key, geom, st_removerepeatedpoints(geom) as thin
    from incoming_area
),
changed as (
    update incoming_area a
    set geom = t.thin
    from thinned t
    where t.row_number = a.row_number
      and st_npoints(t.thin) < st_npoints(t.geom)
      and not st_isempty(t.thin)
    returning a.row_number, a.key, st_npoints(t.geom) - st_npoints(t.thin) as removed, st_pointonsurface(t.thin) as place
)
insert into finding (verdict, kind, row_number, field, key, square_metres, place, detail)
select 'repaired',
       'repeated_points',
       row_number,
       'geometry',
       key,
       0,
       place,
       format('area ''%s'': %s points that repeat the one before removed', key, removed)
from changed
order by row_number
