insert into identity.second_factor (account_id, secret, used_step)
select id, :secret, :usedStep
from identity.account
where name = :name and revoked_at is null
