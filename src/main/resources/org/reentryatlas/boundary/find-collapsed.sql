insert into finding (verdict, kind, row_number, field, key, detail)
select 'refuses',
       'geometry_invalid',
       row_number,
       'geometry',
       key,
       format('nothing that is valid would remain of area ''%s''', key)
from incoming_area
where st_isempty(geom) or not st_isvalid(geom)
order by row_number
