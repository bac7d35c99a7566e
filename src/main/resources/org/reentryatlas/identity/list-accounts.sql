select id, name, role, agency, areas, expires_at, revoked_at
from identity.account
order by name
