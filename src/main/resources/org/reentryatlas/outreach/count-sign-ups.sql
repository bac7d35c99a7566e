select shift, count(*) as people
from outreach.sign_up
where plan_id = :planId
group by shift
