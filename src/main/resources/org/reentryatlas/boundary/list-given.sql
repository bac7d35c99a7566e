insert into finding (verdict, kind, key, other_key, square_metres, width_metres, place, detail)
select 'repaired',
       case when loser is null then 'gap_sliver' else 'overlap_sliver' end,
       winner,
       coalesce(loser, ''),
       square_metres,
       width_metres,
       st_pointonsurface(geom),
       case
           when loser is null
               then format('a gap of %s m² is given to area ''%s''', round(square_metres::numeric, 2), winner)
           else format(
               '%s m² that areas ''%s'' and ''%s'' shared are left to area ''%s''',
               round(square_metres::numeric, 2), least(winner, loser), greatest(winner, loser), winner)
       end
from given_piece
order by square_metres desc
