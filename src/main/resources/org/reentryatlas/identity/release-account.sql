update identity.account
set used_on = (clock_timestamp() at time zone 'UTC')::date
where name = :name and revoked_at is null
