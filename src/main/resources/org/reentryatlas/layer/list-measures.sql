select code, title, description
from published.measure
order by position
