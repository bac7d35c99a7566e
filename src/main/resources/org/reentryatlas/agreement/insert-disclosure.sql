-- A program that fetches the same file again on the same day adds to its row.
insert into agreement.disclosure as d
    (day, nature, licence_id, licence_version, under_id, under_version, purpose, recipient, address,
     release_id, layer, format, files, digests, fingerprint, key_id, made_by)
values (:day, :nature, :licence, :licenceVersion, :under, :underVersion, :purpose, :recipient, :address,
        :releaseId, :layer, :format, :files, :digests, :fingerprint, :keyId, :madeBy)
on conflict (key_id, layer, format, release_id, day, digests, fingerprint) where key_id is not null
    do update set downloads = d.downloads + 1
