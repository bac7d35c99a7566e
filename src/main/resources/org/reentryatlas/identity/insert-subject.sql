insert into identity.oidc_subject (account_id, issuer, subject)
select id, :issuer, :subject
from identity.account
where name = :name and revoked_at is null
on conflict (issuer, subject) do nothing
