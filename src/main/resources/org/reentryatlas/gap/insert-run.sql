insert into gap.run (id, release_id, input_sha256)
values (:id, :releaseId, :inputSha256)
