select version, body
from outreach.result
where plan_id = :planId
