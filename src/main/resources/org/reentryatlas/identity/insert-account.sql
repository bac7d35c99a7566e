insert into identity.account (name, role, agency, areas, post, key_digest, expires_at, trained_on)
values (:name, :role, :agency, :areas, :post, :keyDigest, :expiresAt, :trainedOn)
on conflict (name) do nothing
