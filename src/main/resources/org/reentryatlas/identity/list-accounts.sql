select id, name, role, agency, areas, post, expires_at, revoked_at
from identity.account
order by name
