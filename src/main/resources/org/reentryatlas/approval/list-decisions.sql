select d.proposal_id, d.what, a.name as account, d.remark, d.made_at
from approval.decision d
join identity.account a on a.id = d.account_id
order by d.number
