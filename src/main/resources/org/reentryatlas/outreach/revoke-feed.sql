update outreach.feed
set revoked_at = clock_timestamp()
where id = :id and account_id = :accountId and revoked_at is null
