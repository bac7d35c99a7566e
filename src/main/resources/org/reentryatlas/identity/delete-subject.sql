delete from identity.oidc_subject
where account_id = (select id from identity.account where name = :name)
