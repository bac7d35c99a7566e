select id, release_id, made_at
from gap.run
order by made_at desc, id desc
