-- What calls where in some hours of a day: its own trips, and those of the day before that run past midnight, 24 hours earlier. A
-- trip with frequencies runs at each of its times instead of its own.
with running as (
    select t.source, t.trip_id, (s.day - cast(:day as date)) * 86400 as shift
    from transit.trip t
    join transit.service_day s on s.source = t.source and s.service_id = t.service_id
    where s.day in (cast(:day as date), cast(:day as date) - 1)
),
begun as (
    select r.source, r.trip_id, r.shift + coalesce(again.departs - c.departs, 0) as shift
    from running r
    join transit.call c on c.source = r.source and c.trip_id = r.trip_id and c.position = 1
    left join lateral (
        select departs
        from transit.frequency f
        cross join generate_series(f.begins, f.ends - 1, f.every) departs
        where f.source = r.source
          and f.trip_id = r.trip_id
    ) again on true
)
select dense_rank() over (order by b.source collate "C", b.trip_id collate "C", b.shift) - 1 as trip,
       c.source || ':' || c.stop_id as stop,
       c.arrives + b.shift as arrives,
       c.departs + b.shift as departs,
       c.boards,
       c.alights
from begun b
join transit.call c on c.source = b.source and c.trip_id = b.trip_id
where c.departs + b.shift >= :begins
  and c.arrives + b.shift <= :ends
order by trip, c.position
