-- The base areas of each atom; a layer that has no area there is left out.
select a.no, array_agg(b.area_id order by b.layer) as areas
from atom a
cross join lateral unnest(a.areas) as n (no)
join base_area b on b.no = n.no
group by a.no
order by a.no
