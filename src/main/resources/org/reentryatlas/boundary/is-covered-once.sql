-- Whether the areas add up to the ground they cover, to a hundredth of a square metre (1e-12 square degrees): then none
-- overlap, and the pairs need not be looked at.
select (select sum(st_area(geom)) from incoming_area)
       - (select st_area(st_union(geom)) from incoming_union where level = :top) < 1e-12
