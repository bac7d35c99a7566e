select secret, used_step, locked_at is not null as is_locked
from identity.second_factor
where account_id = :accountId
