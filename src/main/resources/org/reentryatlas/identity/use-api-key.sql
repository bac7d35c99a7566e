update identity.api_key
set used_on = cast(clock_timestamp() at time zone 'UTC' as date)
where id = :id
  and used_on is distinct from cast(clock_timestamp() at time zone 'UTC' as date)
