-- What is published of tours, the newest quarter first.
select quarter, outcome, value
from published.tour_outcome
order by quarter desc, outcome
