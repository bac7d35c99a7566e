delete from identity.session
where account_id = (select id from identity.account where name = :name)
