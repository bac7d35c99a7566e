-- A place that is there to be found is at a facility as well as at any other address; a doubtful answer gives no pin.
update incoming_place p
set fields = fields || jsonb_build_object('lon', st_x(a.geom), 'lat', st_y(a.geom)),
    located_by = 'address'
from geocode_answer a
where a.row_number = p.number
  and a.class in ('matched', 'group_quarters', 'correctional_facility')
  and a.geom is not null
