select id, name, areas, made_at
from outreach.feed
where account_id = :accountId and revoked_at is null
order by made_at, id
