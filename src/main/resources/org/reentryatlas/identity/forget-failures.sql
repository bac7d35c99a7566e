delete from identity.sign_in_failure
where account_id = (select id from identity.account where name = :name)
