-- Of two who come with the same code at once, one changes the row.
update identity.second_factor
set used_step = :step
where account_id = :accountId
  and used_step < :step
  and locked_at is null
