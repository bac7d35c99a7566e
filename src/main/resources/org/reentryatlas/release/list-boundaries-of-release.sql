-- The vintages of boundaries that stand in the cells of a release, with the levels taken from each.
select s.source, s.valid_from, array_agg(distinct a.level) as levels
from published.cell c
join boundary.area a on a.id = c.area_id
join boundary.area_set s on s.id = a.set_id
where c.release_id = :releaseId
group by s.id, s.source, s.valid_from
order by s.base_level, s.valid_from
