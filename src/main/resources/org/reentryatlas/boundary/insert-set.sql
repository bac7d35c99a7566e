insert into boundary.area_set (base_level, source, source_crs, fingerprint, valid_from, stated_valid_to)
values (:level, :source, :sourceCrs, :fingerprint, :validFrom, :statedValidTo)
returning id
