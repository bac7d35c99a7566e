insert into finding (verdict, kind, key, other_key, square_metres, width_metres, place, detail)
select 'noted',
       case when is_sliver then 'gap_sliver' else 'gap' end,
       coalesce(neighbours[1], ''),
       coalesce(neighbours[2], ''),
       square_metres,
       width_metres,
       st_pointonsurface(geom),
       format(
           '%s m² between %s are in no area',
           round(square_metres::numeric, 1),
           (select string_agg(format('''%s''', key), ', ') from (select key from unnest(neighbours) key limit 6) named)
               || case when cardinality(neighbours) > 6 then format(' and %s more', cardinality(neighbours) - 6) else '' end)
from gap_piece
order by square_metres desc
