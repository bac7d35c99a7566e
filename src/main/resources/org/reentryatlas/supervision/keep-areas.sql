-- The base area of every residence, in each area set that holds on the reference date or that a release of it has numbers for;
-- on the line between areas the lowest key, as a release decides.
insert into supervision.residence_area (caseload_id, record_id, area_id)
select distinct on (w.record_id, s.id) w.caseload_id, w.record_id, a.id
from supervision.raw_residence w
join supervision.caseload c on c.id = w.caseload_id
join boundary.area_set s
  on (s.valid_from <= c.reference_date and (s.valid_to is null or s.valid_to > c.reference_date))
  or s.id in (
      select used.area_set_id
      from published.release_set used
      join published.release r on r.id = used.release_id
      where r.reference_date = c.reference_date
  )
join boundary.area a on a.set_id = s.id and a.level = s.base_level and st_intersects(a.geom, w.geom)
where w.caseload_id = :caseloadId
order by w.record_id, s.id, a.key
