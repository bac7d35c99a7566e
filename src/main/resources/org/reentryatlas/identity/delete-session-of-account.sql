delete from identity.session
where id = :id and account_id = :accountId
