-- Nothing happens where another version than the base is there.
insert into outreach.result as r (plan_id, version, body, account_id)
select :planId, 1, :body::jsonb, :accountId
where :base = 0 or exists (select from outreach.result where plan_id = :planId)
on conflict (plan_id) do update
    set version = r.version + 1, body = excluded.body, account_id = excluded.account_id, made_at = clock_timestamp()
    where r.version = :base
