update identity.second_factor
set locked_at = null
where account_id = (select id from identity.account where name = :name)
