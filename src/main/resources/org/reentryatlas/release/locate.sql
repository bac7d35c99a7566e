-- Everybody in the caseload with the base area they live in: from their position, or from the area that was kept when
-- the position was destroyed. A position on the line between areas belongs to the one with the lowest key, so that nobody
-- is counted twice.
create temporary table located on commit drop as
with home as materialized (
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
)
select r.class = 'group_quarters' as quarters,
       r.address_no,
       r.needs,
       a.id as area_id,
       stated.id as stated_area_id,
       case
           when r.end_date <= :asOf then 'supervision_ended'
           when r.class not in ('matched', 'group_quarters') then r.class
           when a.id is null then 'in_no_area'
           else 'in_area'
       end as outcome
from supervision.record r
left join home h on h.record_id = r.record_id
left join boundary.area a on a.set_id = :areaSetId and a.level = :baseLevel and a.key = h.key
left join boundary.area stated on stated.set_id = :areaSetId and stated.level = :baseLevel and stated.key = r.stated_area
where r.caseload_id = :caseloadId
