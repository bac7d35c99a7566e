-- The clock and not the start of the transaction: releases of one date wait for each other, and their order counts.
insert into published.release
    (id, reference_date, published_at, area_set_id, k, rounding_base, min_addresses, below_gate, new_since)
values (:id, :asOf, clock_timestamp(), :areaSetId, :k, :roundingBase, :minAddresses, :belowGate, :newSince)
