-- Areas of which nothing is left, or that never had any extent: less than a tenth of a square metre.
insert into finding (verdict, kind, row_number, field, key, detail)
select 'refuses',
       'geometry_invalid',
       row_number,
       'geometry',
       key,
       case
           when st_area(geom) < 1e-11 then format('area ''%s'' has no extent', key)
           else format('area ''%s'' cannot be mended', key)
       end
from incoming_area a
where (st_area(geom) < 1e-11 or :repair and not st_isvalid(geom))
  and not exists (select from finding f where f.row_number = a.row_number and f.verdict = 'refuses')
order by row_number
