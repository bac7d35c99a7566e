-- The areas that other releases of the date have numbers for and this one does not, and the base areas of their layers.
select a.id, a.level, a.key, a.parent_id, s.base_level || ':' || s.valid_from as area_set
from boundary.area a
join boundary.area_set s on s.id = a.set_id
where a.id <> all (:ownIds)
  and (a.id in (select area_id from published.cell where release_id = any (:releaseIds))
       or a.id in (select area_id from base_area where no in (select unnest(areas) from atom)))
order by s.base_level, s.valid_from, a.level, a.key
