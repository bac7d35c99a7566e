select code, name, description
from provider.category
order by position
