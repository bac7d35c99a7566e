-- With words before or after it that are no part of it: the longest beginning of what follows the number that is a street.
-- Streets come before numbers, since a number alone stands on hundreds of streets; hence the materialized steps.
insert into geocode_candidate
with beginning as materialized (
    select t.id, t.number, t.number_suffix, t.block_to, words, array_to_string(w[1 : words], ' ') as spelling
    from geocode_open t
    cross join lateral string_to_array(regexp_replace(t.rest, ' *[,;/&] *', ' ', 'g'), ' ') as w
    cross join lateral generate_series(1, least(cardinality(w), 10)) as words
    where t.number is not null
      and coalesce(address.word_of('suffix', w[words]), address.word_of('direction', w[words])) is not null
), read as materialized (
    select d.spelling, s.id as street_id
    from (select distinct spelling from beginning) d
    cross join lateral address.parse_street(d.spelling) as b
    join address.street s using (predir, name, suffix, postdir)
    where b.suffix || b.postdir <> ''
), sought as materialized (
    select b.*, r.street_id
    from beginning b
    join read r using (spelling)
)
select id, point_id, facility_id, source, street_id, number, number_suffix, unit, city, postal_code, geom
from (
    select t.id, p.*, rank() over (partition by t.id order by t.words desc) as place
    from sought t
    join address.place p on p.street_id = t.street_id
        and p.number = t.number
        and p.number_suffix = t.number_suffix
        and p.block_to is not distinct from t.block_to
) found
where place = 1
