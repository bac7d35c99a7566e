insert into identity.account (name, role, agency, areas, key_digest, expires_at)
values (:name, :role, :agency, :areas, :keyDigest, :expiresAt)
on conflict (name) do nothing
