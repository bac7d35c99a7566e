-- None if the account has as many as it may have.
insert into identity.api_key (account_id, name, digest, scopes, licence_id, purpose, expires_at)
select :accountId, :name, :digest, :scopes, :licence, :purpose, :expiresAt
where (select count(*)
       from identity.api_key
       where account_id = :accountId and revoked_at is null and expires_at > clock_timestamp()) < :most
returning id
