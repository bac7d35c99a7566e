select changed_at::date
from address.change
where kind = 'segment'
