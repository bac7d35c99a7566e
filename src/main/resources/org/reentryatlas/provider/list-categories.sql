select code, name, description, is_need
from provider.category
order by position
