insert into supervision.release_audit (release_id, summary)
values (:releaseId, cast(:summary as jsonb))
