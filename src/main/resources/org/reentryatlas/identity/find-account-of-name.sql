select a.id, a.name, a.role, a.agency, a.areas, a.post, a.trained_on, a.expires_at, a.revoked_at,
    a.used_on < (clock_timestamp() at time zone 'UTC')::date - 90 as is_idle,
    p.hash, p.locked_at is not null as is_locked
from identity.account a
join identity.password p on p.account_id = a.id
where a.name = :name
  and a.revoked_at is null
  and a.expires_at > clock_timestamp()
