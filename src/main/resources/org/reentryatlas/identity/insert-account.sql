insert into identity.account (name, role, agency, areas, post, key_digest, expires_at)
values (:name, :role, :agency, :areas, :post, :keyDigest, :expiresAt)
on conflict (name) do nothing
