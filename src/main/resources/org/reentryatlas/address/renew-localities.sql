delete from address.locality;
insert into address.locality (kind, name)
select distinct kind, name
from (
    select 'city' as kind, address.clean(city) as name from (select distinct city from address.point) c
    union all
    select 'city', address.clean(city) from (select distinct city from address.segment) c
    union all
    select 'state', coalesce(address.word_of('state', address.clean(state)), address.clean(state))
    from (select distinct state from address.point) s
    union all
    select 'postal_code', left(postal_code, 5) from (select distinct postal_code from address.point) p
    union all
    select 'postal_code', left(p, 5)
    from (select distinct unnest(array [left_postal_code, right_postal_code]) as p from address.segment) s
) named
where name <> ''
