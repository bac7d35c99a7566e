select a.id, a.name, a.role, a.agency, a.areas, a.post, a.trained_on, a.expires_at, a.revoked_at, f.name as feed_name, f.areas as feed_areas
from outreach.feed f
join identity.account a on a.id = f.account_id
where f.secret_digest = :secretDigest
  and f.revoked_at is null
  and a.revoked_at is null
  and a.expires_at > clock_timestamp()
