update identity.password
set locked_at = null
where account_id = (select id from identity.account where name = :name)
