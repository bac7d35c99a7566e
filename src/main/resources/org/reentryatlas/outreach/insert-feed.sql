insert into outreach.feed (account_id, secret_digest, name, areas)
values (:accountId, :secretDigest, :name, :areas)
returning id
