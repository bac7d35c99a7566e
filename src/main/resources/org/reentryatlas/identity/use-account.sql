update identity.account
set used_on = (clock_timestamp() at time zone 'UTC')::date
where id = :accountId
  and used_on <> (clock_timestamp() at time zone 'UTC')::date
