insert into identity.password (account_id, hash)
select id, :hash
from identity.account
where name = :name and revoked_at is null
on conflict (account_id) do update
set hash = excluded.hash, set_at = clock_timestamp(), locked_at = null
