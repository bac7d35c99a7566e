update outreach.plan
set cancelled_at = clock_timestamp(), cancel_reason = :reason, cancelled_by = :agency, sequence = sequence + 1, changed_at = clock_timestamp()
where id = :id and cancelled_at is null
