insert into published.release (id, reference_date, area_set_id, k, rounding_base, min_addresses, below_gate, new_since)
values (:id, :asOf, :areaSetId, :k, :roundingBase, :minAddresses, :belowGate, :newSince)
