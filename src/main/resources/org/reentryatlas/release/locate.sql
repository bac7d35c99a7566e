-- Everybody in the caseload with the base area they live in.
create temporary table located on commit drop as
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
