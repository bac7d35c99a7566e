-- Places of new sites that planners have published for a release.
select p.id || '-' || s.sites || '-' || s.place as feature_id,
       p.id as plan_id, p.release_id, p.category, p.mode, p.aim, p.minutes, p.capacity, p.ways, p.made_at,
       p.demand_low, p.demand_high, p.covered_low, p.covered_high,
       s.sites, s.place, s.area_key, s.name, s.moved_low, s.moved_high, s.moved_areas, s.proven, s.bound_gap,
       st_asbinary(s.geom) as wkb
from gap.plan p
join gap.planned_site s on s.plan_id = p.id
where p.release_id = :releaseId
order by p.id, s.sites, s.place
