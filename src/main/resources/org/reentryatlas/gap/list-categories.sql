select code, name, is_need
from provider.category
order by position
