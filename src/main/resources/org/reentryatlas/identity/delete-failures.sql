delete from identity.sign_in_failure
where account_id = :accountId
