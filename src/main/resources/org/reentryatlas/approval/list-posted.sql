select id, reference_date, published_at, agreement, is_withdrawn, checked_at, outcome, remark, checked_by, due_on
from approval.posted
order by due_on, id
