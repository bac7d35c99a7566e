select a.id, a.name, a.role, a.agency, a.areas, a.post, a.trained_on, a.expires_at, a.revoked_at,
    a.used_on < (clock_timestamp() at time zone 'UTC')::date - 90 as is_idle
from identity.oidc_subject o
join identity.account a on a.id = o.account_id
where o.issuer = :issuer
  and o.subject = :subject
  and a.revoked_at is null
  and a.expires_at > clock_timestamp()
