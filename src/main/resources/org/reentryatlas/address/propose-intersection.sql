-- Where the lines of two streets meet. A direction said once is meant for both.
with pair as (
    select t.id, part[1] as one, part[2] as other
    from geocode_open t
    cross join lateral regexp_match(regexp_replace(coalesce(t.head, ''), '^(CORNER|INTERSECTION) OF ', ''),
                                    '^(.+?) (?:&|AND|AT|/) (.+)$') as part
    where t.number is null
), read as (
    select p.id, a.name as name_a, a.suffix as suffix_a, coalesce(nullif(a.predir, ''), b.predir) as predir_a,
           coalesce(nullif(a.postdir, ''), b.postdir) as postdir_a,
           b.name as name_b, b.suffix as suffix_b, coalesce(nullif(b.predir, ''), a.predir) as predir_b,
           coalesce(nullif(b.postdir, ''), a.postdir) as postdir_b
    from pair p
    cross join lateral address.parse_street(p.one) a
    cross join lateral address.parse_street(p.other) b
)
insert into geocode_candidate
select distinct r.id, null::bigint, null::bigint, ga.source, null::bigint, null::integer, '', '', ga.city, ga.left_postal_code,
       st_geometryn(st_points(st_intersection(ga.geom, gb.geom)), 1)
from read r
join address.street a on a.name = r.name_a
    and (r.suffix_a in ('', a.suffix)) and (r.predir_a in ('', a.predir)) and (r.postdir_a in ('', a.postdir))
join address.segment ga on ga.street_id = a.id
join address.street b on b.name = r.name_b
    and (r.suffix_b in ('', b.suffix)) and (r.predir_b in ('', b.predir)) and (r.postdir_b in ('', b.postdir))
join address.segment gb on gb.street_id = b.id and st_intersects(ga.geom, gb.geom)
where a.id <> b.id
