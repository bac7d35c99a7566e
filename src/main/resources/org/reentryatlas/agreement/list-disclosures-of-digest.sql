-- Who got a file, or one with this stamp.
select day, nature, purpose, recipient, address,
       coalesce(licence_id || ' version ' || licence_version, '') as licence,
       coalesce(under_id || ' version ' || under_version, '') as under,
       release_id, layer, format, files, digests, fingerprint, key_id, downloads, made_by
from agreement.accounting
where digests @> array[cast(:digest as text)] or (fingerprint <> '' and fingerprint = :digest)
order by number
