select code, title
from published.measure
order by position
