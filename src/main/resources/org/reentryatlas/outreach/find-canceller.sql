select cancelled_by
from outreach.plan
where id = :id and cancelled_by is not null
