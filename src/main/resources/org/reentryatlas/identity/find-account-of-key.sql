select id, name, role, agency, areas, post, trained_on, expires_at, revoked_at,
    used_on < (clock_timestamp() at time zone 'UTC')::date - 90 as is_idle
from identity.account
where key_digest = :keyDigest
  and revoked_at is null
  and expires_at > clock_timestamp()
