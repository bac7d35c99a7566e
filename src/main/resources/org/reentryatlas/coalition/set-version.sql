update coalition.assessment
set version = :version, changed_at = clock_timestamp()
where id = :id
