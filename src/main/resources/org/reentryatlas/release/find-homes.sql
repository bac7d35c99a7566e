-- The base areas that each person lives in: from their position, or from the areas that were kept when it was destroyed. A
-- position on the line between areas belongs to the one with the lowest key, so that nobody is counted twice.
create temporary table home on commit drop as
with found as (
    -- Area by area, so that each area's outline is prepared once for all people in its box.
    select w.record_id, b.no, b.layer
    from base_area b
    join position w on st_intersects(b.geom, w.geom)
    union all
    select k.record_id, b.no, b.layer
    from supervision.residence_area k
    join base_area b on b.area_id = k.area_id
    where k.caseload_id = :caseloadId
      and not exists (
          select
          from supervision.raw_residence w
          where w.caseload_id = k.caseload_id
            and w.record_id = k.record_id
      )
), lowest as (
    select record_id, layer, min(no) as no
    from found
    group by record_id, layer
)
select record_id, min(no) filter (where layer = 1) as beat_no, array_agg(no order by no) as areas
from lowest
group by record_id
