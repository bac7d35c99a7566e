update identity.account
set trained_on = :trainedOn
where name = :name and revoked_at is null
