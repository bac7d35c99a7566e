-- Each stretch is hidden in turn and made again from the two that adjoin it on its street and side: a straight line between
-- their ends, with the numbers between their last and first one. Compared are the places of the hidden stretch's first, middle
-- and last number, on its own line and range and on the one made again; metres.
create temporary table side as
    select g.id, g.street_id, r.side, r.first, r.last, g.geom, st_startpoint(g.geom) as p0, st_endpoint(g.geom) as p1
    from address.segment g
    cross join lateral (values (-1, left_from, left_to), (1, right_from, right_to)) as r (side, first, last)
    where r.first < r.last and (r.last - r.first) % 2 = 0 and r.last - r.first < 1000;
create index on side (street_id, side);
analyze side;
with hidden as (
    select s.*, before.last as low, after.first as high
    from side s
    cross join lateral (
        select p.last from side p
        where (p.street_id, p.side) = (s.street_id, s.side) and p.last < s.first and (s.first - p.last) % 2 = 0
          and st_dwithin(p.p1, s.p0, 1e-6)
        order by p.last desc limit 1) before
    cross join lateral (
        select p.first from side p
        where (p.street_id, p.side) = (s.street_id, s.side) and p.first > s.last and (p.first - s.last) % 2 = 0
          and st_dwithin(p.p0, s.p1, 1e-6)
        order by p.first limit 1) after
), error as (
    select h.id,
           st_distance(
               address.beside(h.geom, (n - h.first)::float8 / (h.last - h.first), h.side, 10)::geography,
               address.beside(st_makeline(h.p0, h.p1), (n - h.low)::float8 / (h.high - h.low), h.side, 10)::geography) as metres
    from hidden h
    cross join lateral unnest(array [h.first, h.first + 2 * ((h.last - h.first) / 4), h.last]) as n
)
select count(distinct id) as stretches, count(*) as numbers,
       percentile_cont(0.5) within group (order by metres) as median,
       percentile_cont(0.95) within group (order by metres) as ninety_five
from error
