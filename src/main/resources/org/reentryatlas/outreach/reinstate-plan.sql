update outreach.plan
set cancelled_at = null, cancel_reason = null, cancelled_by = null, sequence = sequence + 1, changed_at = clock_timestamp()
where id = :id and cancelled_at is not null
