select id, name, role, agency, areas, post, expires_at, revoked_at
from identity.account
where key_digest = :keyDigest
  and revoked_at is null
  and expires_at > clock_timestamp()
