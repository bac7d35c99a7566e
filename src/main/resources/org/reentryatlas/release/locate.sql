-- Everybody in the caseload with the atom they are counted in. Who is new was not under supervision on :before, by the
-- caseload of that day; without one, nobody can be told to be.
create temporary table located on commit drop as
select r.class = 'group_quarters' as quarters,
       r.address_no,
       r.needs,
       coalesce(a.no, s.atom_no) as atom_no,
       a.no is null and s.atom_no is not null as is_moved,
       stated.id as stated_area_id,
       b.record_id is null and cast(:caseloadBeforeId as bigint) is not null as is_new,
       case
           when r.end_date <= :asOf then 'supervision_ended'
           when r.class not in ('matched', 'group_quarters') then r.class
           when h.beat_no is null then 'in_no_area'
           when coalesce(a.no, s.atom_no) is null then 'in_no_atom'
           else 'in_area'
       end as outcome
from supervision.record r
left join home h on h.record_id = r.record_id
left join atom a on a.areas = h.areas
left join stray s on s.areas = h.areas
left join boundary.area stated on stated.set_id = :areaSetId and stated.level = :baseLevel and stated.key = r.stated_area
left join supervision.record b
    on b.caseload_id = :caseloadBeforeId and b.record_id = r.record_id and (b.end_date is null or b.end_date > :before)
where r.caseload_id = :caseloadId
