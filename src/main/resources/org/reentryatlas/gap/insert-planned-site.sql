insert into gap.planned_site (
    plan_id, sites, place, area_key, name, geom, moved_low, moved_high, moved_areas, proven, bound_gap
)
values (
    :planId, :sites, :place, :area, :name, st_setsrid(st_makepoint(:lon, :lat), 4326), :movedLow, :movedHigh, :movedAreas, :proven,
    :gap
)
