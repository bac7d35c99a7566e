delete from identity.second_factor
where account_id = (select id from identity.account where name = :name and revoked_at is null)
