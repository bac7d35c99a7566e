update coalition.assessment
set final_version = version, final_at = clock_timestamp(), changed_at = clock_timestamp()
where id = :id
