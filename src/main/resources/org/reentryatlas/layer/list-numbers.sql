-- The published numbers and the residents of areas, and of the whole jurisdiction. A census area has the residents that its
-- own file states; any other has what was made for it.
with area as (
    select id,
           set_id,
           case when level in ('tract', 'block_group') then population end as stated,
           set_id = :areaSetId and level = 'city' as is_whole
    from boundary.area
    where (
          level = :level
          and set_id = (
              select area_set_id from published.release_set where release_id = :releaseId and :level = any (levels)
          )
      )
       or (set_id = :areaSetId and level = 'city')
), cells as (
    select c.area_id,
           array_agg(c.measure order by m.position) as measures,
           array_agg(c.status order by m.position) as statuses,
           array_agg(c.value order by m.position) as "values",
           array_agg(m.band_width order by m.position) as band_widths
    from area
    join published.cell c on c.release_id = :releaseId and c.area_id = area.id
    join published.measure m on m.code = c.measure
    group by c.area_id
)
select area.id,
       area.is_whole,
       cells.measures,
       cells.statuses,
       cells."values",
       cells.band_widths,
       coalesce(p.residents, area.stated) as residents,
       coalesce(p.method, 'stated') as method,
       s.source,
       s.valid_from
from area
join cells on cells.area_id = area.id
left join boundary.population p on p.area_id = area.id
join boundary.area_set s on s.id = coalesce(p.source_set_id, area.set_id)
