insert into published.artefact (release_id, name, media_type, sha256, content)
values (:releaseId, :name, :mediaType, :sha256, :content)
