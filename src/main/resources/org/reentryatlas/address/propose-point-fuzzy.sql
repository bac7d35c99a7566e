-- A misspelled or shortened name: one that no street bears, and that one street resembles clearly more than any other. Numbers are
-- never misspelled into each other, and short names are too much alike.
insert into geocode_candidate
select t.id, p.point_id, p.facility_id, p.source, p.street_id, p.number, p.number_suffix, p.unit,
       p.city, p.postal_code, p.geom
from geocode_open t
cross join lateral (
    select name, likeness, lead(likeness, 1, 0) over (order by likeness desc, name) as next
    from (
        select s.name, max(case when s.name ^@ t.name then 1 else similarity(s.name, t.name) end) as likeness
        from address.street s
        where (s.name % t.name or s.name ^@ t.name)
          and s.name !~ '[0-9]'
          and (s.suffix = t.suffix or t.suffix = '')
          and (s.predir, s.postdir) = (t.predir, t.postdir)
        group by s.name
    ) alike
    order by likeness desc, name
    limit 1
) best
join address.street s on s.name = best.name and (s.predir, s.postdir) = (t.predir, t.postdir)
    and (s.suffix = t.suffix or t.suffix = '')
join address.place p on p.street_id = s.id
    and p.number = t.number
    and p.number_suffix = t.number_suffix
    and p.block_to is not distinct from t.block_to
where length(t.name) >= 4
  and t.name !~ '[0-9]'
  and best.likeness >= 0.5
  and best.likeness - best.next >= 0.15
  and not exists (select from address.street known where known.name = t.name)
