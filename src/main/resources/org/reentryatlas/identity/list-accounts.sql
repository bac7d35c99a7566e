select a.id, a.name, a.role, a.agency, a.areas, a.post, a.trained_on, a.expires_at, a.revoked_at, a.used_on,
    a.used_on < (clock_timestamp() at time zone 'UTC')::date - 90 as is_idle,
    p.account_id is not null as has_password, p.locked_at is not null as is_locked,
    f.account_id is not null as has_second_factor, f.locked_at is not null as is_second_factor_locked,
    o.account_id is not null as has_subject
from identity.account a
left join identity.password p on p.account_id = a.id
left join identity.second_factor f on f.account_id = a.id
left join identity.oidc_subject o on o.account_id = a.id
order by a.name
