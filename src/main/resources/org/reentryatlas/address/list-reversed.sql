-- Ranges that run against the rest of their file: from the higher number to the lower where the others climb.
with side as (
    select source_id, street, number_from, number_to
    from edition
    cross join lateral (values (left_from, left_to), (right_from, right_to)) as r (number_from, number_to)
    where number_from <> number_to
), habit as (
    select avg((number_to > number_from)::integer) as climbing from side
)
select s.source_id, min(s.street) as street, string_agg(s.number_from || ' to ' || s.number_to, ', ') as ranges
from side s
cross join habit h
where h.climbing > 0.9 and s.number_from > s.number_to
   or h.climbing < 0.1 and s.number_from < s.number_to
group by s.source_id
order by s.source_id
