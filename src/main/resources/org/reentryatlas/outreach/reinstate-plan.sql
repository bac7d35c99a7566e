update outreach.plan
set cancelled_at = null, cancel_reason = null, sequence = sequence + 1, changed_at = clock_timestamp()
where id = :id and cancelled_at is not null
