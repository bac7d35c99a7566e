insert into gap.plan (
    id, release_id, category, mode, aim, minutes, capacity, candidates, ways, demand_low, demand_high, covered_low, covered_high
)
values (
    :id, :releaseId, :category, :mode, :aim, :minutes, :capacity, :candidates, :ways, :demandLow, :demandHigh, :coveredLow,
    :coveredHigh
)
