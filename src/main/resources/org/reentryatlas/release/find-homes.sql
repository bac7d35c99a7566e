-- The base area that each person lives in: from their position, or from the area that was kept when the position was
-- destroyed. A position on the line between areas belongs to the one with the lowest key, so that nobody is counted twice.
create temporary table home on commit drop as
select w.record_id, min(a.key) as key
from supervision.raw_residence w
join boundary.area a on st_intersects(a.geom, w.geom)
where w.caseload_id = :caseloadId
  and a.set_id = :areaSetId
  and a.level = :baseLevel
group by w.record_id
union all
select k.record_id, a.key
from supervision.residence_area k
join boundary.area a on a.id = k.area_id
where k.caseload_id = :caseloadId
  and a.set_id = :areaSetId
  and a.level = :baseLevel
  and not exists (
      select
      from supervision.raw_residence w
      where w.caseload_id = k.caseload_id
        and w.record_id = k.record_id
  )
