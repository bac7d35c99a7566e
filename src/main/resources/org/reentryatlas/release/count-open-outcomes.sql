-- Tours of which something is written down, by quarter, and from which day on it is closed.
select to_char(day, 'YYYY-"Q"Q') as quarter, min(outcome.closes(day)) as closes, count(distinct plan_id) as tours
from outcome.tour_count
group by quarter
order by quarter
