delete from identity.sign_in_failure
where at <= clock_timestamp() - interval '15 minutes'
