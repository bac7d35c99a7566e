select code
from published.measure
order by position
