insert into published.not_mapped (release_id, outcome, status, value)
values (:releaseId, :outcome, :status, :value)
