insert into published.cell (release_id, measure, area_id, status, value, earlier)
values (:releaseId, :measure, :areaId, :status, :value, :earlier)
