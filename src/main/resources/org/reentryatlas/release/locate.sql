-- Everybody in the caseload with the base area they live in. A position on the line between areas belongs to the one
-- with the lowest key, so that nobody is counted twice.
create temporary table located on commit drop as
with home as materialized (
    select r.record_id, min(a.key) as key
    from supervision.record r
    join boundary.area a on st_intersects(a.geom, r.geom)
    where r.caseload_id = :caseloadId
      and a.set_id = :areaSetId
      and a.level = :baseLevel
    group by r.record_id
)
select r.residence,
       r.address,
       r.needs,
       a.id as area_id,
       case
           when r.end_date <= :asOf then 'supervision_ended'
           when r.geom is null then r.residence
           when a.id is null then 'in_no_area'
           else 'in_area'
       end as outcome
from supervision.record r
left join home h on h.record_id = r.record_id
left join boundary.area a on a.set_id = :areaSetId and a.level = :baseLevel and a.key = h.key
where r.caseload_id = :caseloadId
