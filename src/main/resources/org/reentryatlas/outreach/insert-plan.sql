insert into outreach.plan (kind)
values (:kind)
returning id
