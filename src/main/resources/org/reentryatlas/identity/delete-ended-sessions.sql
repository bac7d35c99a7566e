delete from identity.session
where seen_at <= clock_timestamp() - interval '30 minutes'
   or started_at <= clock_timestamp() - interval '12 hours'
