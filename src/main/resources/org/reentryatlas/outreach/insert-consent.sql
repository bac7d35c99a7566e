insert into outreach.consent (plan_id, version, agency, account_id)
values (:id, :version, :agency, :accountId)
on conflict do nothing
