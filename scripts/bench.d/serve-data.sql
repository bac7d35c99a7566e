-- What `scripts/bench serve` serves: a released layer of :areas invented areas and :points invented service sites, half of
-- them in clusters, in a box over Wyoming. Run as superuser in a database of its own; running it again makes both anew.
-- The areas are a grid of hexagons whose sides are bent at 14 points each, 91 vertices in all, alike on both sides.

set client_min_messages = warning;
select setseed(0.25) \g /dev/null

begin;
-- Rows of releases are guarded by triggers, and this database holds nothing but what is made here.
set local session_replication_role = replica;
delete from published.cell;
delete from published.release_set;
delete from published.release;
delete from boundary.population;
delete from boundary.area;
delete from boundary.area_set;
delete from provider.site;
delete from provider.source;
commit;

begin;
insert into boundary.area_set (base_level, source, source_crs, fingerprint, valid_from)
values ('beat', 'invented', 'EPSG:4326', 'bench', '2020-01-01')
returning id as set_id \gset
insert into boundary.area (set_id, level, key, name, geom)
values (:set_id, 'city', 'CITY', 'Nowhere', st_multi(st_makeenvelope(-107.5, 41.2, -104.0, 44.0, 4326)))
returning id as city_id \gset

-- The length of a side with which the box of 3.5 by 2.8 degrees has at least that many hexagons.
select sqrt(9.8 / (1.5 * sqrt(3) * :areas)) as side \gset
insert into boundary.area (set_id, level, key, name, parent_id, geom)
with hexagon as (
    select row_number() over (order by j, i) as number, geom
    from st_hexagongrid(:side, st_makeenvelope(-107.5, 41.2, -104.0, 44.0, 4326))
), corner as (
    select number, (d).path[2] as position, st_x((d).geom) as x, st_y((d).geom) as y
    from hexagon, st_dumppoints(st_segmentize(geom, :side / 14.99)) as d
    where number <= :areas
), bent as (
    select number, position, x, y, hashtext(round(x::numeric, 8) || ' ' || round(y::numeric, 8)) as hash
    from corner
)
select :set_id, 'beat', 'A' || lpad(number::text, 6, '0'), 'Area ' || number, :city_id,
       st_setsrid(st_multi(st_makepolygon(st_makeline(
           st_makepoint(x + ((hash & 1023) / 1023.0 - 0.5) * :side / 30, y + ((hash >> 10 & 1023) / 1023.0 - 0.5) * :side / 30)
           order by position))), 4326)
from bent
group by number;

insert into boundary.population (area_id, residents, method, source_set_id)
select id, 500 + id % 4000, 'stated', set_id from boundary.area;

insert into published.release (id, reference_date, area_set_id, k, rounding_base, min_addresses, ledgered)
values ('bench', '2026-01-01', :set_id, 11, 5, 3, false);
insert into published.release_set (release_id, area_set_id, levels) values ('bench', :set_id, '{beat,city}');
insert into published.cell (release_id, measure, area_id, status, value)
select 'bench', m.code, a.id, s.status, case s.status when 'shown' then 20 + 10 * (abs(hashint8(a.id + 7 * m.position)) % 40) end
from boundary.area a
cross join published.measure m
cross join lateral (select case when a.level = 'beat' and hashint8(a.id + m.position) % 4 = 0 then 'hidden' else 'shown' end) as s (status);

insert into provider.source (name, format, file) values ('bench', 'table', '');
insert into provider.site (source_id, organization, name, category, source_category, address, phone, url, hours, eligibility,
                           languages, confidential, last_verified, geom, record_id, source, categories)
with cluster as (
    select number, -107.3 + 3.1 * random() as x, 41.4 + 2.4 * random() as y from generate_series(0, 49) as number
), site as (
    select n, case when n % 5 < 2 then 'food' else (array['housing', 'employment', 'education', 'legal_aid'])[1 + n % 4] end as category,
           case when n % 2 = 0 then st_makepoint(-107.5 + 3.5 * random(), 41.2 + 2.8 * random())
                else st_makepoint(x + (random() + random() + random() - 1.5) * 0.15, y + (random() + random() + random() - 1.5) * 0.1)
           end as place
    from generate_series(1, :points) as n
    join cluster on cluster.number = n / 2 % 50
)
select 'S' || lpad(n::text, 7, '0'), 'Organization ' || n % 5000, 'Service ' || n, category, category, n || ' Invented Street', '', '',
       'Mo-Fr 09:00-17:00', 'Everybody', 'English', false, date '2026-01-01' - n % 365, st_setsrid(place, 4326),
       provider.name_uuid('bench ' || n), 'bench', array[category]
from site;
commit;

-- What the peers read: the areas with their numbers put together beforehand, the sites as they lie there.
drop schema if exists bench cascade;
create schema bench;
select 'create materialized view bench.areas as
select a.id, a.key, a.name, a.level, p.key as parent, r.id as release, r.reference_date, n.residents, a.geom, '
       || string_agg(format('min(c.value) filter (where c.measure = %1$L) as %1$I, '
                            'min(c.status) filter (where c.measure = %1$L) as %2$I', code, code || '_status'), ', ' order by position)
       || ' from boundary.area a
join boundary.area p on p.id = a.parent_id
join boundary.population n on n.area_id = a.id
join published.cell c on c.area_id = a.id
join published.release r on r.id = c.release_id
where a.level = ''beat''
group by a.id, p.id, r.id, n.area_id'
from published.measure
\gexec
create unique index on bench.areas (id);
create index on bench.areas using gist (geom);
create view bench.points as
select id, source_id, organization, name, category, address, phone, url, hours, eligibility, languages, accepts_records, wheelchair,
       confidential, last_verified, geom
from provider.site;

select 'create role bench_peer login' where not exists (select from pg_roles where rolname = 'bench_peer')
\gexec
alter role bench_peer password 'bench';
-- As the serving role of the product has it: PostGIS makes every plan look worth two processes.
alter role bench_peer set max_parallel_workers_per_gather = 0;
grant connect on database atlas to bench_peer;
grant usage on schema public, bench to bench_peer;
grant select on bench.areas, bench.points to bench_peer;

vacuum analyze;
