insert into agreement.release (release_id, id, version)
values (:releaseId, :id, :version)
