-- One change of a plan at a time.
select version
from outreach.plan
where id = :id
for update
