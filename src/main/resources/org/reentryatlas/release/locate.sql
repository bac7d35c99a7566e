-- Everybody in the caseload with the base area they live in. A position on the line between areas belongs to the one
-- with the lowest key, so that nobody is counted twice.
create temporary table located on commit drop as
select r.residence,
       r.address,
       r.needs,
       home.area_id,
       case
           when r.end_date <= :asOf then 'supervision_ended'
           when r.geom is null then r.residence
           when home.area_id is null then 'in_no_area'
           else 'in_area'
       end as outcome
from supervision.record r
left join lateral (
    select p.area_id
    from boundary.area_piece p
    join boundary.area a on a.id = p.area_id
    where a.set_id = :areaSetId
      and st_intersects(p.geom, r.geom)
    order by a.key
    limit 1
) home on true
where r.caseload_id = :caseloadId
