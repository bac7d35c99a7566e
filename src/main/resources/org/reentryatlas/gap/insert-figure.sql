insert into gap.figure (
    run_id, level, area_key, mode, category, demand_low, demand_high, nearest_s, third_s,
    within_15_low, within_15_high, within_30_low, within_30_high, within_2mi_low, within_2mi_high,
    access_low, access_high, gap_low, gap_high, rank
)
values (
    :runId, :level, :areaKey, :mode, :category, :demandLow, :demandHigh, :nearest, :third,
    :within15Low, :within15High, :within30Low, :within30High, :within2miLow, :within2miHigh,
    :accessLow, :accessHigh, :gapLow, :gapHigh, :rank
)
