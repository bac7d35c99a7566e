-- The weekday that stands for all: with as many trips as most of those on which every feed runs, nearest to a day.
with calendar as (
    select max(first) as first, min(last) as last
    from (select source, min(day) as first, max(day) as last from transit.service_day group by source) feeds
),
weekdays as (
    select s.day, count(*) as trips
    from transit.service_day s
    join transit.trip t on t.source = s.source and t.service_id = s.service_id
    cross join calendar c
    where date_part('isodow', s.day) <= 5
      and s.day between c.first and c.last
    group by s.day
),
usual as (
    select trips
    from weekdays
    group by trips
    order by count(*) desc, trips desc
    limit 1
)
select w.day
from weekdays w
join usual u on u.trips = w.trips
order by abs(w.day - cast(:near as date)), w.day
limit 1
