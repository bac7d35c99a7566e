select id
from gap.plan
order by made_at desc
