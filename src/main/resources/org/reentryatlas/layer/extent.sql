with box as (
    select st_extent(geom) as box
    from boundary.area
    where set_id = :areaSetId
      and level = 'city'
), sites as (
    select st_extent(geom) as box
    from provider.site
), either as (
    select coalesce(box.box, sites.box) as box
    from box, sites
)
select st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north
from either
