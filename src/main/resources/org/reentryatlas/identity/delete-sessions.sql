delete from identity.session
where account_id = :accountId
