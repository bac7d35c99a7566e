-- Geometries that are not valid, mended by the structure method: rings as they are drawn, without ground that is drawn
-- twice. Mending is safe when the area stays what it was, which it does not where the drawing is ambiguous (a bow tie).
with checked as (
    select row_number, key, geom, ring_fault, st_makevalid(geom, 'method=structure') as mended
    from incoming_area
    where ring_fault is not null or not st_isvalid(geom)
),
judged as (
    select *,
           st_isvaliddetail(geom) as detail,
           coalesce(abs(st_area(mended) - st_area(geom)) / nullif(st_area(mended), 0), 1) as share
    from checked
)
insert into finding (verdict, kind, row_number, field, key, square_metres, place, detail)
select case when :repair and share <= :mostShare then 'repaired' else 'refuses' end,
       'geometry_invalid',
       row_number,
       'geometry',
       key,
       case when share <= :mostShare then abs(st_area(st_transform(mended, :srid)) - st_area(st_transform(geom, :srid))) end,
       case when (detail).valid then st_startpoint(st_exteriorring(st_geometryn(geom, 1))) else (detail).location end,
       format('area ''%s'' ', key)
           || case
                  when ring_fault is not null then 'cannot be read: ' || ring_fault
                  else format(
                      'is not valid: %s at %s %s', (detail).reason, st_x((detail).location), st_y((detail).location))
              end
           || case
                  when :repair and share > :mostShare
                      then format('; mending it would change its area by %s %%', round(100 * share::numeric, 1))
                  when :repair and ring_fault is not null then ': closed'
                  when :repair then ': mended'
                  else ''
              end
from judged
order by row_number
