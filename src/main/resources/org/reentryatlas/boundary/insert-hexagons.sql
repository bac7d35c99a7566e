-- One level of a grid; the level above it must be there already. A parent is what its hexagons cover together. The name is
-- the index without the filling at its end, which all of a level share.
insert into boundary.area (set_id, level, key, name, parent_id, geom)
select :gridId, :level, i.key, left(i.key, case :level when 'hex_8' then 10 else 9 end), p.id, st_multi(i.geom)
from (
    select case :level when 'hex_8' then hex_8 when 'hex_7' then hex_7 else hex_6 end as key,
           case :level when 'hex_8' then hex_7 when 'hex_7' then hex_6 end as parent,
           st_union(geom order by hex_8 collate "C") as geom
    from incoming_hexagon
    group by 1, 2
) i
left join boundary.area p
  on p.set_id = :gridId
 and p.level <> :level
 and p.key = i.parent
order by i.key collate "C"
