insert into published.area_flag (release_id, area_id, flag)
values (:releaseId, :areaId, 'low_hit_rate')
