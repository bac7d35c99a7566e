-- The edge of the jurisdiction, as the sets say that hold today.
select st_asbinary(a.geom) as wkb
from boundary.area a
join boundary.area_set s on s.id = a.set_id
where a.level = 'city'
  and s.valid_from <= current_date
  and (s.valid_to is null or s.valid_to > current_date)
order by a.id
