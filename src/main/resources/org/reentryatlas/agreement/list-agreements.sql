-- The newest version of each, with where it stands.
select id, version, body, starts, ends, state, reason
from agreement.current
order by id
