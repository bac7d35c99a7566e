insert into finding (verdict, kind, key, other_key, square_metres, width_metres, place, detail)
select case when is_sliver and not :repair or not is_sliver and :acceptOverlaps then 'noted' else 'refuses' end,
       case when is_sliver then 'overlap_sliver' else 'overlap' end,
       first,
       second,
       sum(square_metres),
       max(width_metres),
       (array_agg(st_pointonsurface(geom) order by square_metres desc))[1],
       format(
           'areas ''%s'' and ''%s'' overlap by %s m²: who lives there is counted in ''%s''',
           first, second, round(sum(square_metres)::numeric, 1), first)
from overlap_piece
group by first, second, is_sliver
order by sum(square_metres) desc, first, second
