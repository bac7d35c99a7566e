select a.id, r.made_at, coalesce(b.name, '') as made_by, (coalesce(r.made_at, a.made_at) at time zone 'UTC')::date + 365 as due_on
from identity.account a
left join lateral (select made_at, made_by from identity.review where account_id = a.id order by number desc limit 1) r on true
left join identity.account b on b.id = r.made_by
