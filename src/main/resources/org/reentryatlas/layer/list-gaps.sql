-- The gaps of an area of the newest run over a release.
select f.area_key, f.mode, f.category, f.demand_low, f.demand_high, f.nearest_s, f.third_s,
       f.within_15_low, f.within_15_high, f.within_30_low, f.within_30_high, f.within_2mi_low, f.within_2mi_high,
       f.access_low, f.access_high, f.gap_low, f.gap_high, f.rank
from gap.figure f
where f.run_id = :runId
  and f.level = :level
