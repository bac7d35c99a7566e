insert into outreach.plan_version (plan_id, version, body, findings, starts_at, ends_at, areas, account_id)
values (:id, :version, :body::jsonb, :findings::jsonb, :startsAt, :endsAt, :areas, :accountId)
