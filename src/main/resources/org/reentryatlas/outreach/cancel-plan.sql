update outreach.plan
set cancelled_at = clock_timestamp(), cancel_reason = :reason, sequence = sequence + 1, changed_at = clock_timestamp()
where id = :id and cancelled_at is null
