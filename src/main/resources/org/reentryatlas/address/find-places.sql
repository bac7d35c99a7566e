-- The places that one address could mean, best first. It reads spellings by the functions of the geocoder, but where that
-- must decide for one place or none, somebody looks at these and chooses; so it is one statement, which needs no table of
-- its own. Degrees on WGS 84. Labels name the block and not the house.
with said as materialized (
    select t.head, t.city, t.postal_code
    from address.split_tail(address.clean(:address)) t
    -- Another state, another city, or a ZIP of somewhere else.
    where (t.state = ''
           or exists (select from address.locality where kind = 'state' and name = t.state)
           or not exists (select from address.locality where kind = 'state'))
      and (t.postal_code = ''
           or exists (select from address.locality where kind = 'postal_code' and left(name, 3) = left(t.postal_code, 3))
           or not exists (select from address.locality where kind = 'postal_code'))
      and (t.city = ''
           or exists (select from address.locality where kind = 'city' and similarity(name, t.city) > 0.5)
           or exists (select from address.locality where kind = 'postal_code' and name = t.postal_code)
           or not exists (select from address.locality where kind = 'city'))
), numbered as materialized (
    select s.head, n.*
    from said s
    cross join lateral address.split_number(
        case when s.head ~ '^[0-9]' then s.head
             else coalesce(substring(s.head from '[,;] ?([0-9]+[A-Z]? [0-9A-Z][^;]*)'), s.head) end) n
), asked as materialized (
    select 1 as part, n.number, n.number_suffix, n.block_to, p.predir, p.name, p.suffix, p.postdir
    from numbered n
    cross join lateral address.parse_street(n.rest) p
    where n.number is not null
    union all
    -- Two streets that cross.
    select spelling.part, null, '', null, p.predir, p.name, p.suffix, p.postdir
    from numbered n
    cross join lateral regexp_match(regexp_replace(n.head, '^(CORNER|INTERSECTION) OF ', ''),
                                    '^(.+?) (?:&|AND|AT|/) (.+)$') as both_streets
    cross join lateral (values (1, both_streets[1]), (2, both_streets[2])) as spelling (part, words)
    cross join lateral address.parse_street(spelling.words) p
    where n.number is null
), street as materialized (
    select a.part, s.id,
           concat_ws(' ', nullif(s.predir, ''), initcap(s.name), nullif(initcap(s.suffix), ''), nullif(s.postdir, '')) as label,
           4 * s.likeness
           + case when s.suffix = a.suffix then 2 when '' in (s.suffix, a.suffix) then 1 else 0 end
           + case when (s.predir, s.postdir) = (a.predir, a.postdir) then 2
                  when a.predir || a.postdir = '' or s.predir || s.postdir = '' then 1
                  when a.predir in ('', s.predir, s.postdir) and a.postdir in ('', s.predir, s.postdir) then 1
                  else -1 end as agreement
    from asked a
    cross join lateral (
        select x.id, x.predir, x.name, x.suffix, x.postdir, 1::double precision as likeness
        from address.street x
        where x.name = a.name
        union all
        -- A name that no street bears is misspelled or shortened; numbers and short names are too much alike.
        select x.id, x.predir, x.name, x.suffix, x.postdir,
               case when x.name ^@ a.name then 0.9 else similarity(x.name, a.name) end
        from address.street x
        where (x.name % a.name or x.name like a.name || '%')
          and x.name <> a.name
          and x.name !~ '[0-9]'
          and a.name !~ '[0-9]'
          and length(a.name) >= 4
          and not exists (select from address.street known where known.name = a.name)
    ) s
    where s.likeness >= 0.5
), housed as (
    select s.id, s.label, s.agreement, p.number, p.city, p.postal_code, p.geom,
           case when p.number_suffix = a.number_suffix then 0 else 1 end as lesser
    from asked a
    join street s using (part)
    join address.point p on p.street_id = s.id
        and p.number between a.number and coalesce(a.block_to, a.number)
    where a.number is not null
    union all
    -- Between the numbers at the ends of a stretch, on the side that has its parity.
    select s.id, s.label, s.agreement, a.number, g.city, r.postal_code,
           address.beside(
               g.geom,
               case when r.first = r.last then 0.5
                    else (greatest(least(a.number, greatest(r.first, r.last)), least(r.first, r.last)) - r.first)::double precision
                         / (r.last - r.first) end,
               r.side,
               :offsetMetres),
           2
    from asked a
    join street s using (part)
    join address.segment g on g.street_id = s.id
    cross join lateral (values (-1, g.left_from, g.left_to, g.left_postal_code),
                               (1, g.right_from, g.right_to, g.right_postal_code)) as r (side, first, last, postal_code)
    where a.number <= greatest(r.first, r.last)
      and coalesce(a.block_to, a.number) >= least(r.first, r.last)
      and (a.block_to is not null or (a.number - r.first) % 2 = 0)
), found as (
    select case when number < 100 then 'Unit block of ' else number / 100 * 100 || ' block of ' end || label as label,
           agreement, city, postal_code, geom
    from (select *, rank() over (partition by id order by lesser) as place from housed) best
    where place = 1
    union all
    select one.label || ' & ' || other.label, (one.agreement + other.agreement) / 2, ga.city, '',
           st_geometryn(st_points(st_intersection(ga.geom, gb.geom)), 1)
    from street one
    join street other on one.part = 1 and other.part = 2 and one.id <> other.id
    join address.segment ga on ga.street_id = one.id
    join address.segment gb on gb.street_id = other.id and st_intersects(ga.geom, gb.geom)
), ranked as (
    select concat_ws(', ', f.label, nullif(concat_ws(' ', nullif(f.city, ''), nullif(f.postal_code, '')), '')) as label,
           f.agreement
           + case when '' in (s.postal_code, f.postal_code) then 1
                  when left(f.postal_code, 5) = s.postal_code then 2 else 0 end
           + case when '' in (s.city, f.city) then 1
                  when address.clean(f.city) = s.city then 2 else 0 end as agreement,
           f.geom
    from found f
    cross join said s
), judged as (
    select *, max(agreement) over () as best
    from ranked
)
select label, st_x(geom) as lon, st_y(geom) as lat
from judged
-- A step is 1: what agrees less well in one of its parts is not what was meant.
where agreement > best - 0.6
group by label, agreement, geom
order by agreement desc, label, lon, lat
limit :most
