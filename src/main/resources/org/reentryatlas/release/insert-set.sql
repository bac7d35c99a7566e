insert into published.release_set (release_id, area_set_id, levels)
values (:releaseId, :areaSetId, :levels)
