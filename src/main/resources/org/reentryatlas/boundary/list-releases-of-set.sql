-- The releases that show an area of the set.
select id from published.release where area_set_id = :setId
union
select c.release_id
from published.cell c
join boundary.area a on a.id = c.area_id
where a.set_id = :setId
order by 1
