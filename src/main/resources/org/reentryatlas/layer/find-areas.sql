-- A page of areas; an empty :key means all of them. The first column repeats how many match in all; when the page itself
-- is empty, one row carries that number alone.
with matching as (
    select a.id, a.key, a.name, a.geom, p.key as parent
    from boundary.area a
    left join boundary.area p on p.id = a.parent_id
    where a.set_id = (
          select area_set_id from published.release_set where release_id = :releaseId and :level = any (levels)
      )
      and a.level = :level
      -- Of a set that reaches beyond the jurisdiction, the areas outside have no numbers.
      and exists (select from published.cell c where c.release_id = :releaseId and c.area_id = a.id and c.measure = 'people')
      and (:key = '' or a.key = :key)
      and (cast(:region as text) is null
           or st_intersects(a.geom, st_setsrid(st_geomfromwkb(decode(:region, 'hex')), 4326)))
), total as (
    select count(*) as matched from matching
), page as (
    select *,
           case :srid when 4326 then placed else st_transform(placed, :srid) end as placed_there
    from (
        select *, st_forcepolygonccw(geom) as placed
        from matching order by key limit :limit offset :offset
    ) as page
)
select total.matched,
       page.id,
       page.key,
       page.name,
       page.parent,
       exists (
           select
           from published.area_flag f
           where f.release_id = :releaseId
             and f.area_id = page.id
             and f.flag = 'low_hit_rate'
       ) as low_hit_rate,
       st_asgeojson(case when :northFirst then st_flipcoordinates(placed_there) else placed_there end, :digits) as geometry
from total
left join page on true
order by page.key
