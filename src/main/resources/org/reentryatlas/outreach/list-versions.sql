select v.version, v.made_at, a.name as author, a.agency, v.body,
       array(select c.agency from outreach.consent c where c.plan_id = v.plan_id and c.version = v.version order by c.agency)
           as consents
from outreach.plan_version v
join identity.account a on a.id = v.account_id
where v.plan_id = :id
order by v.version desc
