alter table geocode_text add primary key (id);
create temporary table geocode_candidate (
    text_id     bigint not null,
    point_id    bigint,
    facility_id bigint,
    source      text,
    street_id   bigint,
    number      integer,
    number_suffix text,
    unit        text not null,
    city        text not null,
    postal_code text not null,
    geom        geometry(Point, 4326) not null
) on commit drop;
create temporary table geocode_found (
    text_id     bigint primary key,
    method      text not null,
    score       double precision not null,
    candidates  integer not null,
    point_id    bigint,
    facility_id bigint,
    street_id   bigint,
    number      integer,
    number_suffix text,
    city        text,
    postal_code text,
    contested   boolean not null,
    geom        geometry(Point, 4326)
) on commit drop;
-- What no step has found so far.
create temporary view geocode_open as
select t.*
from geocode_text t
where t.class is null
  and not exists (select from geocode_found f where f.text_id = t.id);
create temporary table geocode_answer (
    row_number  bigint primary key,
    class       text not null,
    method      text not null,
    score       double precision,
    address_key text not null,
    facility_id bigint,
    candidates  integer not null,
    geom        geometry(Point, 4326)
) on commit drop;
analyze geocode_text
