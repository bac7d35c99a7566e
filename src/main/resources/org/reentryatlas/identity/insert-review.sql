insert into identity.review (account_id, made_by) values (:accountId, :by)
