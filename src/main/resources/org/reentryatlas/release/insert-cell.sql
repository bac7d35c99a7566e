insert into published.cell (release_id, measure, area_id, status, value)
values (:releaseId, :measure, :areaId, :status, :value)
