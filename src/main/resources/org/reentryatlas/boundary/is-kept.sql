select exists (
    select from boundary.area_set where base_level = :baseLevel and fingerprint = :fingerprint
)
