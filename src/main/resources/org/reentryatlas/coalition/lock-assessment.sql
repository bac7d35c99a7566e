-- One change of an assessment at a time.
select version
from coalition.assessment
where id = :id
for update
