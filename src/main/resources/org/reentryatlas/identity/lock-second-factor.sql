update identity.second_factor
set locked_at = clock_timestamp()
where account_id = :accountId
  and locked_at is null
  and :most <= (
      select count(*)
      from identity.sign_in_failure
      where account_id = :accountId
        and is_code
        and at > clock_timestamp() - interval '15 minutes')
