select r.text, r.made_at, a.name as author, a.agency
from outreach.remark r
join identity.account a on a.id = r.account_id
where r.plan_id = :id
order by r.id
