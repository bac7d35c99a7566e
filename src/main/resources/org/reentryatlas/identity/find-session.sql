select a.id, a.name, a.role, a.agency, a.areas, a.post, a.trained_on, a.expires_at, a.revoked_at, s.form_token
from identity.session s
join identity.account a on a.id = s.account_id
where s.token_digest = :tokenDigest
  and s.seen_at > clock_timestamp() - interval '30 minutes'
  and s.started_at > clock_timestamp() - interval '12 hours'
  and a.revoked_at is null
  and a.expires_at > clock_timestamp()
