update identity.password
set hash = :hash, set_at = clock_timestamp()
where account_id = :accountId
