-- The directory of services in the words of HSDS (Human Services Data Specification): an organization offers services, a
-- service is offered at locations. provider.site stays the flat row that the map reads; it is made from these tables in
-- the transaction of each load, so that the map never joins.

create table provider.source (
    name      text primary key,
    format    text not null,
    file      text not null,
    loaded_at timestamptz not null default now()
);
comment on table provider.source is 'A data set that directories come from; a newer file of it takes the older one''s place.';

-- The same name gives the same identifier everywhere, so that an export keeps its identifiers (as UUID version 3 does).
create function provider.name_uuid(name text) returns uuid
    language sql immutable strict parallel safe
    return overlay(overlay(md5(name) placing '3' from 13 for 1) placing '8' from 17 for 1)::uuid;

create function provider.is_uuid(key text) returns boolean
    language sql immutable strict parallel safe
    return key ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

create table provider.organization (
    id             uuid primary key,
    source         text not null references provider.source,
    key            text not null,
    name           text not null,
    alternate_name text not null,
    description    text not null,
    email          text not null,
    website        text not null,
    unique (source, key)
);
comment on column provider.organization.key is 'Its identifier in the source.';

create table provider.service (
    id                  uuid primary key,
    source              text not null references provider.source,
    key                 text not null,
    organization_id     uuid references provider.organization,
    name                text not null,
    alternate_name      text not null,
    description         text not null,
    url                 text not null,
    email               text not null,
    status              text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
    application_process text not null,
    fees                text not null,
    eligibility         text not null,
    minimum_age         numeric check (minimum_age >= 0),
    maximum_age         numeric check (maximum_age >= 0),
    accepts_records     text check (accepts_records in ('yes', 'no', 'case_by_case')),
    capacity            integer check (capacity >= 0),
    assured_date        date,
    unique (source, key)
);
create index service_organization on provider.service (organization_id);
comment on column provider.service.assured_date is 'When somebody last made sure that the entry is right; null if nobody ever did.';

create table provider.location (
    id              uuid primary key,
    source          text not null references provider.source,
    key             text not null,
    organization_id uuid references provider.organization,
    kind            text not null check (kind in ('physical', 'postal', 'virtual', 'mobile', 'regional', 'confidential')),
    name            text not null,
    description     text not null,
    transportation  text not null,
    address_1       text not null,
    address_2       text not null,
    city            text not null,
    state_province  text not null,
    postal_code     text not null,
    country         text not null,
    wheelchair      boolean,
    located_by      text not null check (located_by in ('', 'file', 'address')),
    geom            geometry(Point, 4326),
    unique (source, key),
    check (kind = 'physical' or geom is null),
    -- The last line of defence for a shelter: what could find it cannot even be stored.
    check (kind <> 'confidential'
           or name || description || transportation || address_1 || address_2 || city || state_province || postal_code = '')
);
comment on column provider.location.located_by is
    'Who said where it is: the file, or the address, looked up in the address reference.';
create index location_organization on provider.location (organization_id);
create index location_geom on provider.location using gist (geom);

create table provider.service_at_location (
    id          uuid primary key,
    source      text not null references provider.source,
    key         text not null,
    service_id  uuid not null references provider.service on delete cascade,
    location_id uuid not null references provider.location on delete cascade,
    description text not null,
    unique (source, key)
);
create index service_at_location_service on provider.service_at_location (service_id);
create index service_at_location_location on provider.service_at_location (location_id);

-- Details belong to whatever is named: all of the organization, the service anywhere, or one place. They have no
-- identifiers of their own, and a load writes those of its source anew.
create table provider.phone (
    id                     bigint generated always as identity primary key,
    organization_id        uuid references provider.organization on delete cascade,
    service_id             uuid references provider.service on delete cascade,
    location_id            uuid references provider.location on delete cascade,
    service_at_location_id uuid references provider.service_at_location on delete cascade,
    number                 text not null,
    extension              text not null,
    type                   text not null,
    description            text not null,
    check (num_nonnulls(organization_id, service_id, location_id, service_at_location_id) = 1)
);

create table provider.schedule (
    id                     bigint generated always as identity primary key,
    service_id             uuid references provider.service on delete cascade,
    location_id            uuid references provider.location on delete cascade,
    service_at_location_id uuid references provider.service_at_location on delete cascade,
    weekday                smallint check (weekday between 1 and 7),
    opens_at               time,
    closes_at              time,
    valid_from             date,
    valid_to               date,
    rule                   text not null,
    description            text not null,
    check (num_nonnulls(service_id, location_id, service_at_location_id) = 1),
    check (weekday is null or (opens_at is not null and closes_at is not null))
);
comment on column provider.schedule.weekday is
    '1 is Monday. Open on it from opens_at until closes_at, which is on the next day if it is not later. Null: rule and description say when, and no program can.';

-- The opening hours in words: the source's own where it has some, else made of the rows: Mo-Fr 09:00-17:00.
create view provider.schedule_text as
select service_id, location_id, service_at_location_id, min(id) as first,
       case when description <> '' then description
            when min(weekday) is null then rule
            else case when count(distinct weekday) > 2 and max(weekday) - min(weekday) + 1 = count(distinct weekday)
                      then (array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])[min(weekday)] || '-'
                           || (array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])[max(weekday)]
                      else string_agg((array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])[weekday], ',' order by weekday) end
                 || ' ' || to_char(min(opens_at), 'HH24:MI') || '-' || to_char(min(closes_at), 'HH24:MI') end as line
from provider.schedule
group by service_id, location_id, service_at_location_id, description, rule,
         case when description = '' then opens_at end, case when description = '' then closes_at end;

create table provider.language (
    id          bigint generated always as identity primary key,
    service_id  uuid references provider.service on delete cascade,
    location_id uuid references provider.location on delete cascade,
    name        text not null,
    code        text not null,
    check (num_nonnulls(service_id, location_id) = 1)
);

create table provider.accessibility (
    id          bigint generated always as identity primary key,
    location_id uuid not null references provider.location on delete cascade,
    description text not null,
    details     text not null
);

create table provider.cost_option (
    id                 bigint generated always as identity primary key,
    service_id         uuid not null references provider.service on delete cascade,
    option             text not null,
    amount             numeric,
    currency           text not null,
    amount_description text not null
);

create table provider.service_area (
    id          bigint generated always as identity primary key,
    service_id  uuid not null references provider.service on delete cascade,
    name        text not null,
    description text not null,
    extent      text not null,
    extent_type text not null
);

create table provider.service_term (
    service_id uuid not null references provider.service on delete cascade,
    position   integer not null,
    term       text not null,
    primary key (service_id, position)
);
comment on table provider.service_term is
    'The source''s own words for what a service is, in its order; never dropped, whether category_term knows them or not.';

-- What an export says of a record, in the form of HSDS 3.0. The steward runs them with the steward's own rights.
create function provider.as_uri(address text) returns text
    language sql immutable parallel safe
    return case when address ~* '^https?://[^[:space:]]+$' then address
                when address ~* '^[a-z0-9-]+([.][a-z0-9-]+)+(/[^[:space:]]*)?$' then 'http://' || address end;

create function provider.phones_of(owner uuid) returns jsonb
    language sql stable parallel safe
    return (select jsonb_agg(jsonb_build_object(
                'id', provider.name_uuid(concat_ws(' ', 'phone', owner, number, extension, type, description)),
                'number', number,
                'extension', case when extension ~ '^[0-9]{1,9}$' then extension::integer end,
                'type', nullif(type, ''),
                'description', nullif(description, '')) order by id)
            from provider.phone
            where organization_id = owner or service_id = owner or location_id = owner or service_at_location_id = owner);

create function provider.schedules_of(owner uuid) returns jsonb
    language sql stable parallel safe
    return (select jsonb_agg(jsonb_build_object(
                'id', provider.name_uuid(concat_ws(' ', 'schedule', owner, opens_at, closes_at, valid_from, valid_to, rule,
                                                   description, byday)),
                'freq', case when byday is not null then 'WEEKLY' end,
                'byday', byday,
                'opens_at', to_char(opens_at, 'HH24:MI'),
                'closes_at', to_char(closes_at, 'HH24:MI'),
                'valid_from', valid_from,
                'valid_to', valid_to,
                'description', nullif(concat_ws(' ', nullif(rule, ''), nullif(description, '')), '')) order by first)
            from (
                select min(id) as first, opens_at, closes_at, valid_from, valid_to, rule, description,
                       string_agg((array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[weekday], ',' order by weekday) as byday
                from provider.schedule
                where service_id = owner or location_id = owner or service_at_location_id = owner
                group by opens_at, closes_at, valid_from, valid_to, rule, description
            ) week);

create function provider.languages_of(owner uuid) returns jsonb
    language sql stable parallel safe
    return (select jsonb_agg(jsonb_build_object(
                'id', provider.name_uuid(concat_ws(' ', 'language', owner, name, code)),
                'name', nullif(name, ''),
                'code', nullif(code, '')) order by id)
            from provider.language
            where service_id = owner or location_id = owner);

create function provider.attribute_of(owner uuid, taxonomy text, term text, value text) returns jsonb
    language sql immutable parallel safe
    return jsonb_build_object(
        'id', provider.name_uuid(concat_ws(' ', 'attribute', owner, taxonomy, term, value)),
        'link_id', owner,
        'value', value,
        'taxonomy_term', jsonb_build_object(
            'id', provider.name_uuid(concat_ws(' ', 'taxonomy_term', taxonomy, term)),
            'name', term,
            'description', term,
            'taxonomy', nullif(taxonomy, '')));

do $$
declare
    detail text;
    owner  text;
begin
    foreach detail in array array['phone', 'schedule', 'language', 'accessibility', 'cost_option', 'service_area'] loop
        for owner in
            select column_name from information_schema.columns
            where table_schema = 'provider' and table_name = detail and column_name like '%\_id'
        loop
            execute format('create index on provider.%I (%I)', detail, owner);
        end loop;
    end loop;
end
$$;

-- What tells an edition of a source from the next: a digest of everything that is known of a record.
create table provider.content (
    source text not null references provider.source,
    kind   text not null check (kind in ('site', 'organization', 'location')),
    key    text not null,
    digest text not null,
    primary key (source, kind, key)
);

-- Sites that were loaded before there was a directory stay on the map, as the source 'providers'.
insert into provider.source (name, format, file)
select 'providers', 'table', '' where exists (select from provider.site);

insert into provider.organization (id, source, key, name, alternate_name, description, email, website)
select distinct on (organization) provider.name_uuid('providers organization ' || organization), 'providers', organization,
       organization, '', '', '', ''
from provider.site where organization <> '';

insert into provider.service (id, source, key, organization_id, name, alternate_name, description, url, email, status,
                              application_process, fees, eligibility, accepts_records, assured_date)
select provider.name_uuid('providers service ' || s.source_id), 'providers', s.source_id, o.id, s.name, '', '', s.url, '',
       'active', '', '', s.eligibility, s.accepts_records, s.last_verified
from provider.site s left join provider.organization o on o.key = s.organization;

insert into provider.location (id, source, key, kind, name, description, transportation, address_1, address_2, city,
                               state_province, postal_code, country, wheelchair, located_by, geom)
select provider.name_uuid('providers location ' || source_id), 'providers', source_id,
       case when confidential then 'confidential' else 'physical' end, '', '', '', address, '', '', '', '', '', wheelchair,
       case when geom is null then '' else 'file' end, geom
from provider.site;

insert into provider.service_at_location (id, source, key, service_id, location_id, description)
select provider.name_uuid('providers service_at_location ' || source_id), 'providers', source_id,
       provider.name_uuid('providers service ' || source_id), provider.name_uuid('providers location ' || source_id), ''
from provider.site;

insert into provider.service_term (service_id, position, term)
select provider.name_uuid('providers service ' || source_id), 1, source_category
from provider.site where source_category <> '';

insert into provider.content (source, kind, key, digest)
select 'providers', 'site', source_id, '' from provider.site;

alter table provider.site
    add column record_id  uuid unique,
    add column source     text references provider.source,
    add column categories text[] not null default '{}';
update provider.site
set record_id = provider.name_uuid('providers service_at_location ' || source_id),
    source = 'providers',
    categories = array_remove(array[category], null);
alter table provider.site
    alter column record_id set not null,
    alter column source set not null;
comment on column provider.site.source_id is
    'The identifier that the map uses: the source''s own where no other site has it already, else record_id.';
comment on column provider.site.record_id is 'The service at a location, or the service that is offered at no place.';
comment on column provider.site.categories is 'Every category of the service; category is the first of them.';

grant execute on function provider.name_uuid(text), provider.is_uuid(text), provider.as_uri(text),
    provider.phones_of(uuid), provider.schedules_of(uuid), provider.languages_of(uuid),
    provider.attribute_of(uuid, text, text, text) to atlas_steward;
grant select, insert, update, delete on all tables in schema provider to atlas_steward;
grant usage on all sequences in schema provider to atlas_steward;
-- Whether a place is open now is a question of the map; everything else that it shows is in provider.site.
grant select on provider.schedule to atlas_web;

-- More words for our categories: titles of the Open Eligibility taxonomy and of common directories (geodata/SOURCES.md).
insert into provider.category_term (term, code) values
    ('12-step', 'substance_use_treatment'), ('addiction & recovery', 'substance_use_treatment'),
    ('addiction services', 'substance_use_treatment'), ('alcoholics anonymous', 'substance_use_treatment'),
    ('crystal meth anonymous', 'substance_use_treatment'), ('narcotics anonymous', 'substance_use_treatment'),
    ('detox', 'substance_use_treatment'), ('detox centers', 'substance_use_treatment'),
    ('drug abuse', 'substance_use_treatment'), ('drug and alcohol counseling', 'substance_use_treatment'),
    ('harm reduction', 'substance_use_treatment'), ('rehab', 'substance_use_treatment'),
    ('residential treatment', 'substance_use_treatment'), ('residential treatment centers', 'substance_use_treatment'),
    ('substance abuse', 'substance_use_treatment'), ('substance-abuse', 'substance_use_treatment'),
    ('substance-abuse-treatment', 'substance_use_treatment'), ('syringe exchange', 'substance_use_treatment'),
    ('outpatient treatment', 'substance_use_treatment'), ('dual diagnosis program', 'substance_use_treatment'),
    ('behavioral therapy', 'mental_health'), ('behavioral wellness', 'mental_health'), ('counseling', 'mental_health'),
    ('crisis stabilization', 'mental_health'), ('group therapy', 'mental_health'), ('mental illness', 'mental_health'),
    ('mental-health', 'mental_health'), ('mental health evaluation', 'mental_health'),
    ('mh-adolescent', 'mental_health'), ('mh-counseling, group', 'mental_health'), ('mh-education', 'mental_health'),
    ('outpatient counseling', 'mental_health'), ('psychiatric emergency services', 'mental_health'),
    ('psychiatry', 'mental_health'), ('psychological testing', 'mental_health'),
    ('understand mental health', 'mental_health'), ('youth mental health', 'mental_health'),
    ('affordable housing', 'housing'), ('assisted living', 'housing'), ('emergency motel vouchers', 'housing'),
    ('emergency shelter assistance', 'housing'), ('foreclosure counseling', 'housing'), ('group homes', 'housing'),
    ('help find housing', 'housing'), ('help pay for housing', 'housing'), ('homebuyer education', 'housing'),
    ('housing advice', 'housing'), ('housing assistance', 'housing'), ('housing vouchers', 'housing'),
    ('housing-com. res. facil. (crf)', 'housing'), ('housing-counseling', 'housing'), ('housing-rooming', 'housing'),
    ('housing for people with disabilities', 'housing'), ('housing for seniors', 'housing'),
    ('independent living', 'housing'), ('long-term housing', 'housing'), ('public housing', 'housing'),
    ('rental financial assistance', 'housing'), ('residential housing', 'housing'), ('safe housing', 'housing'),
    ('safe parking', 'housing'), ('shelter', 'housing'), ('shelter-emergency, families', 'housing'),
    ('shelter-emergency, men', 'housing'), ('shelter-emergency, women', 'housing'), ('shelter-youth', 'housing'),
    ('short-term housing', 'housing'), ('single room occupants', 'housing'), ('sober living', 'housing'),
    ('sober living homes', 'housing'), ('transitional shelter', 'housing'), ('veteran''s housing', 'housing'),
    ('warming center', 'housing'), ('homeless shelter', 'housing'), ('halfway house', 'housing'),
    ('domestic violence shelter', 'housing'),
    ('career development', 'employment'), ('employment-elderly', 'employment'), ('employment-youth', 'employment'),
    ('help find work', 'employment'), ('interview training', 'employment'), ('resume development', 'employment'),
    ('supported employment', 'employment'), ('temp agency', 'employment'), ('work', 'employment'),
    ('workforce development', 'employment'),
    ('computer class', 'vocational_training'), ('computer training', 'vocational_training'),
    ('skills & training', 'vocational_training'), ('skills assessment', 'vocational_training'),
    ('specialized training', 'vocational_training'), ('vocational rehabilitation', 'vocational_training'),
    ('alternative education', 'education'), ('basic literacy', 'education'), ('academic assistance', 'education'),
    ('college advisment services', 'education'), ('education-alternative', 'education'),
    ('education-dropout programs', 'education'), ('education-tuition assistance', 'education'),
    ('english as a second language (esl)', 'education'), ('financial aid & loans', 'education'),
    ('ged/high-school equivalency', 'education'), ('help find school', 'education'),
    ('help pay for school', 'education'), ('more education', 'education'), ('tutoring', 'education'),
    ('birth certificate', 'identification'), ('death certificates', 'identification'), ('documents', 'identification'),
    ('id-documents', 'identification'), ('identification recovery', 'identification'),
    ('covered california application assistance', 'health_insurance'), ('health insurance', 'health_insurance'),
    ('help pay for healthcare', 'health_insurance'), ('medi cal application assistance', 'health_insurance'),
    ('couples therapy', 'family_counseling'), ('family therapy', 'family_counseling'),
    ('parenting education', 'family_counseling'),
    ('advocacy & legal aid', 'legal_aid'), ('bankruptcy clinic', 'legal_aid'), ('child custody', 'legal_aid'),
    ('citizenship & immigration', 'legal_aid'), ('discrimination & civil rights', 'legal_aid'),
    ('family law', 'legal_aid'), ('immigration law', 'legal_aid'), ('legal', 'legal_aid'),
    ('legal assistance', 'legal_aid'), ('legal referrals', 'legal_aid'), ('legal resource center', 'legal_aid'),
    ('legalservices', 'legal_aid'), ('mediation', 'legal_aid'), ('public defender', 'legal_aid'),
    ('representation', 'legal_aid'), ('veteran''s legal assistance', 'legal_aid'), ('workplace rights', 'legal_aid'),
    ('bus', 'transportation'), ('bus passes', 'transportation'), ('help pay for gas', 'transportation'),
    ('help pay for transit', 'transportation'), ('shuttle', 'transportation'), ('transit', 'transportation'),
    ('transportation for healthcare', 'transportation'),
    ('breakfast', 'food'), ('bulk food', 'food'), ('cal fresh application assistance', 'food'),
    ('community gardens', 'food'), ('dinner', 'food'), ('ebt', 'food'), ('emergency food', 'food'),
    ('food bank', 'food'), ('food benefits', 'food'), ('food delivery', 'food'), ('food-community gardening', 'food'),
    ('food-lunch programs', 'food'), ('food-supplements', 'food'), ('free meals', 'food'),
    ('grocery vouchers', 'food'), ('help pay for food', 'food'), ('lunch', 'food'),
    ('mobile farmers market', 'food'), ('mobile food pantry', 'food'), ('senior meal site', 'food'), ('wic', 'food')
on conflict (term) do nothing;
