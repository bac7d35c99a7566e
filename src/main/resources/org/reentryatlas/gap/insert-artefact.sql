insert into gap.artefact (run_id, name, media_type, sha256, content)
values (:runId, :name, :mediaType, :sha256, :content)
