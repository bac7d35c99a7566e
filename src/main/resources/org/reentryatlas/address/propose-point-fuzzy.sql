-- A misspelled or shortened name: one that no street bears, and that one street resembles clearly more than any other. Numbers are
-- never misspelled into each other, and short names are too much alike. Each such name is looked for once.
insert into geocode_candidate
with misspelled as materialized (
    select distinct t.name, t.suffix, t.predir, t.postdir
    from geocode_open t
    where length(t.name) >= 4
      and t.name !~ '[0-9]'
      and not exists (select from address.street known where known.name = t.name)
), meant as materialized (
    select m.name, m.suffix, m.predir, m.postdir, s.id as street_id
    from misspelled m
    cross join lateral (
        select name, likeness, lead(likeness, 1, 0) over (order by likeness desc, name) as next
        from (
            select s.name, max(case when s.name ^@ m.name then 1 else similarity(s.name, m.name) end) as likeness
            from address.street s
            where (s.name % m.name or s.name like m.name || '%')
              and s.name !~ '[0-9]'
              and (s.suffix = m.suffix or m.suffix = '')
              and (s.predir, s.postdir) = (m.predir, m.postdir)
            group by s.name
        ) alike
        order by likeness desc, name
        limit 1
    ) best
    join address.street s on s.name = best.name and (s.predir, s.postdir) = (m.predir, m.postdir)
        and (s.suffix = m.suffix or m.suffix = '')
    where best.likeness >= 0.5
      and best.likeness - best.next >= 0.15
), sought as materialized (
    select t.id, t.number, t.number_suffix, t.block_to, m.street_id
    from geocode_open t
    join meant m using (name, suffix, predir, postdir)
)
select t.id, p.point_id, p.facility_id, p.source, p.street_id, p.number, p.number_suffix, p.unit,
       p.city, p.postal_code, p.geom
from sought t
join address.place p on p.street_id = t.street_id
    and p.number = t.number
    and p.number_suffix = t.number_suffix
    and p.block_to is not distinct from t.block_to
