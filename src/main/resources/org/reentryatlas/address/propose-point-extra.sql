-- With words before or after it that are no part of it: the longest beginning of what follows the number that is a street.
insert into geocode_candidate
select id, point_id, facility_id, source, street_id, number, number_suffix, unit, city, postal_code, geom
from (
    select distinct t.id, p.*, rank() over (partition by t.id order by beginning.words desc) as place
    from geocode_open t
    cross join lateral string_to_array(regexp_replace(t.rest, ' *[,;/&] *', ' ', 'g'), ' ') as w
    cross join lateral generate_series(1, least(cardinality(w), 10)) as beginning (words)
    join address.word last on last.word = w[beginning.words] and last.kind in ('suffix', 'direction')
    cross join lateral address.parse_street(array_to_string(w[1 : beginning.words], ' ')) as b
    join address.street s on (s.predir, s.name, s.suffix, s.postdir) = (b.predir, b.name, b.suffix, b.postdir)
    join address.place p on p.street_id = s.id
        and p.number = t.number
        and p.number_suffix = t.number_suffix
        and p.block_to is not distinct from t.block_to
    where t.number is not null and (b.suffix || b.postdir <> '')
) found
where place = 1
