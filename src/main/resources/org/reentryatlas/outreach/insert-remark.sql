insert into outreach.remark (plan_id, account_id, text)
values (:id, :accountId, :text)
