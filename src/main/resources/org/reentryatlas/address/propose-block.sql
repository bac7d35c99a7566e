-- The middle of a block: on the centre line where there is one, else among the houses of the block.
with block as (
    select t.id, t.number, t.block_to, s.id as street_id, (t.number + t.block_to) / 2.0 as middle,
           rank() over (partition by t.id
                        order by (s.suffix, s.predir, s.postdir) = (t.suffix, t.predir, t.postdir) desc) as place
    from geocode_open t
    join address.street s on s.name = t.name
        and (s.suffix = t.suffix or t.suffix = '' or s.suffix = '')
        and ((s.predir, s.postdir) = (t.predir, t.postdir) or t.predir || t.postdir = '')
    where t.block_to is not null
), lined as (
    select distinct on (b.id, b.street_id) b.id, b.street_id, b.number, g.city, g.left_postal_code as postal_code,
           st_lineinterpolatepoint(
               g.geom,
               least(1, greatest(0, case when r.first = r.last then 0.5 else (b.middle - r.first) / (r.last - r.first) end))
           ) as geom
    from block b
    join address.segment g on g.street_id = b.street_id
    cross join lateral (values (g.left_from, g.left_to), (g.right_from, g.right_to)) as r (first, last)
    where b.place = 1
      and least(r.first, r.last) <= b.block_to
      and greatest(r.first, r.last) >= b.number
    order by b.id, b.street_id,
             abs(b.middle - least(greatest(b.middle, least(r.first, r.last)), greatest(r.first, r.last))), g.id
), housed as (
    select b.id, b.street_id, b.number, min(p.city) as city, min(p.postal_code) as postal_code,
           st_centroid(st_collect(p.geom)) as geom
    from block b
    join address.point p on p.street_id = b.street_id and p.number between b.number and b.block_to and p.block_to is null
    where b.place = 1
      and not exists (select from lined l where l.id = b.id)
    group by b.id, b.street_id, b.number
    having st_distance(st_makepoint(min(st_x(p.geom)), min(st_y(p.geom)))::geography,
                       st_makepoint(max(st_x(p.geom)), max(st_y(p.geom)))::geography) < 600
)
insert into geocode_candidate
select id, null::bigint, null::bigint, '', street_id, number, ' BLOCK', '', city, postal_code, geom from lined
union all
select id, null::bigint, null::bigint, '', street_id, number, ' BLOCK', '', city, postal_code, geom from housed
