insert into supervision.proof (release_id, content)
values (:releaseId, :content)
