-- The spelling is the same for all houses of a street, so that a street is read once and not a million times.
create temporary table incoming (
    row_number   bigint not null,
    source_id    text not null,
    house_number text,
    street       text,
    unit         text,
    city         text,
    state        text,
    postal_code  text,
    kind         text not null,
    units        integer not null,
    lon          double precision not null,
    lat          double precision not null,
    number       integer generated always as (
        case
            when house_number ~ '^[0-9]{1,6}$' then house_number::integer
            when house_number is null and street ~ '^[0-9]{1,6} +[A-Za-z0-9]+ [^&/-]+$' and street !~* '\m(BLO?C?KS?|TO)\M'
                then substring(street from '^[0-9]+')::integer
        end) stored,
    spelling     text generated always as (
        case
            when house_number ~ '^[0-9]{1,6}$' then '1 ' || coalesce(street, '')
            when house_number is null and street ~ '^[0-9]{1,6} +[A-Za-z0-9]+ [^&/-]+$' and street !~* '\m(BLO?C?KS?|TO)\M'
                then '1 ' || substring(street from '^[0-9]+ +(.*)$')
            else coalesce(house_number || ' ', '') || coalesce(street, '')
        end) stored
) on commit drop
