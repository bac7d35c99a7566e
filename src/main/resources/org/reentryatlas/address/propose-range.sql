-- Between the numbers at the two ends of a stretch, on the side that has its parity, beside the line.
insert into geocode_candidate
select id, null, null, source, street_id, number, number_suffix, '', city, postal_code,
       address.beside(geom, share, side, :offsetMetres)
from (
    select t.id, g.source, g.street_id, t.number, t.number_suffix, g.city, r.postal_code, g.geom, r.side,
           case when r.first = r.last then 0.5 else (t.number - r.first)::double precision / (r.last - r.first) end as share,
           rank() over (partition by t.id
                        order by (s.suffix, s.predir, s.postdir) = (t.suffix, t.predir, t.postdir) desc) as place
    from geocode_open t
    join address.street s on s.name = t.name
        and (s.suffix = t.suffix or t.suffix = '' or s.suffix = '')
        and ((s.predir, s.postdir) = (t.predir, t.postdir) or t.predir || t.postdir = '')
    join address.segment g on g.street_id = s.id
    cross join lateral (values (-1, g.left_from, g.left_to, g.left_postal_code),
                               (1, g.right_from, g.right_to, g.right_postal_code)) as r (side, first, last, postal_code)
    where t.block_to is null
      and t.number between least(r.first, r.last) and greatest(r.first, r.last)
      and (t.number - r.first) % 2 = 0
) stretch
where place = 1
