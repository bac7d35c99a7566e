insert into boundary.area_set (base_level, source, source_crs, fingerprint, valid_from)
values (:level, :source, :sourceCrs, :fingerprint, :validFrom)
returning id
