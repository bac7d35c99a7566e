select id
from identity.account
where id = :accountId
for no key update
