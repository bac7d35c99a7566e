-- Those that may be used, or that of a secret.
select k.id as key_id, k.name as key_name, k.scopes, k.licence_id, k.purpose, k.expires_at as key_expires_at, k.used_on as key_used_on,
       a.id, a.name, a.role, a.agency, a.areas, a.post, a.trained_on, a.expires_at, a.revoked_at
from identity.api_key k
join identity.account a on a.id = k.account_id
where k.revoked_at is null
  and k.expires_at > clock_timestamp()
  and a.revoked_at is null
  and a.expires_at > clock_timestamp()
  and (cast(:digest as bytea) is null or k.digest = :digest)
order by a.name, k.name, k.made_at
