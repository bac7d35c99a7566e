insert into identity.oidc_attempt (state_digest, browser_digest, client, page)
select :stateDigest, :browserDigest, :client, :page
where :most > (select count(*) from identity.oidc_attempt where client = :client)
