-- Keeps the base areas of the atom in which everybody was counted, and forgets the rest, so that other layers can be laid.
create temporary table settled_now on commit drop as
select h.record_id, array_agg(b.area_id order by b.no) as area_ids
from home h
left join atom a on a.areas = h.areas
left join stray s on s.areas = h.areas
join atom there on there.no = coalesce(a.no, s.atom_no)
cross join lateral unnest(there.areas) as n (no)
join base_area b on b.no = n.no
group by h.record_id;
drop table if exists settled;
alter table settled_now rename to settled;
create unique index on settled (record_id);
analyze settled;
drop table base_area, piece, lived, atom, position, home, stray, located
