update identity.account
set revoked_at = clock_timestamp()
where name = :name and revoked_at is null
