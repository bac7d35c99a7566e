-- The releases of days on which a new set would hold that were made with another set of its level.
select r.id
from published.release r
join published.release_set u on u.release_id = r.id
join boundary.area_set s on s.id = u.area_set_id
where s.base_level = :baseLevel
  and r.reference_date >= :validFrom
  and r.reference_date < coalesce(
      least(
          cast(:validTo as date),
          (select min(n.valid_from) from boundary.area_set n
           where n.base_level = :baseLevel and n.valid_from > :validFrom)),
      date 'infinity')
order by 1
