select id, shift, name
from outreach.sign_up
where plan_id = :planId
order by shift, id
