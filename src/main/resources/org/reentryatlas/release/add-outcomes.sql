-- What tours found in each quarter that is closed, added up: of a tour, what was written last. No quarter is published twice, in whatever way
-- something of it came in afterwards.
with last as materialized (
    select distinct on (plan_id) plan_id, day, contacted, not_home, moved, bad_address
    from outcome.tour_count
    where outcome.closes(day) <= :today
    order by plan_id, id desc
)
select to_char(day, 'YYYY-"Q"Q') as quarter, count(*) as tours,
       sum(contacted) as contacted, sum(not_home) as not_home, sum(moved) as moved, sum(bad_address) as bad_address
from last
where to_char(day, 'YYYY-"Q"Q') not in (select quarter from published.tour_outcome)
group by quarter
order by quarter
