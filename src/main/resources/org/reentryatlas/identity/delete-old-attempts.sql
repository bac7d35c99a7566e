delete from identity.oidc_attempt
where begun_at <= clock_timestamp() - interval '10 minutes'
