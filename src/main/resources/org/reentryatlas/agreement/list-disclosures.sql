-- The accounting of disclosures: what left, when, to whom and what for.
select day, nature, purpose, recipient, address,
       coalesce(licence_id || ' version ' || licence_version, '') as licence,
       coalesce(under_id || ' version ' || under_version, '') as under,
       release_id, layer, format, files, digests, fingerprint, key_id, downloads, made_by
from agreement.accounting
where (cast(:from as date) is null or day >= :from)
  and (cast(:until as date) is null or day <= :until)
  and (cast(:recipient as text) is null or strpos(lower(recipient), lower(:recipient)) > 0)
order by number
