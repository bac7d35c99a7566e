-- The state of streets: what residents asked to be cleaned up, and how blocks look. Open reference data. A request can be at
-- somebody's door, so of its place no more is kept than the side of a block and the areas that it lies in.

create schema upkeep;

create table upkeep.service_term (
    term text primary key check (term = btrim(regexp_replace(lower(term), '[^[:alnum:]]+', ' ', 'g'))),
    kind text not null check (kind in ('dumping', 'litter', 'cleaning', 'bulk', 'graffiti', 'weeds', 'other'))
);
comment on table upkeep.service_term is
    'Names that cities give to their services, in lower case with one blank for whatever stands between words, and what they mean here.';
insert into upkeep.service_term (term, kind) values
    ('dumping', 'dumping'), ('illegal dumping', 'dumping'), ('illegal dump', 'dumping'), ('fly dumping', 'dumping'),
    ('fly dumping complaint', 'dumping'), ('fly tipping', 'dumping'), ('dumped items', 'dumping'), ('illegal dumping pickup', 'dumping'),
    ('litter', 'litter'), ('street litter', 'litter'), ('litter pickup', 'litter'), ('trash on street', 'litter'),
    ('litter basket request', 'litter'), ('overflowing litter can', 'litter'), ('public litter can collection', 'litter'),
    ('public space litter can', 'litter'), ('dirty conditions', 'litter'), ('dirty condition', 'litter'),
    ('cleaning', 'cleaning'), ('alley cleaning', 'cleaning'), ('street cleaning', 'cleaning'), ('street sweeping', 'cleaning'),
    ('street and sidewalk cleaning', 'cleaning'), ('street and alley cleaning', 'cleaning'), ('sidewalk cleaning', 'cleaning'),
    ('street cleaning request', 'cleaning'), ('dirty street', 'cleaning'), ('dirty alley', 'cleaning'), ('dirty street alley', 'cleaning'),
    ('sweeping', 'cleaning'),
    ('bulk', 'bulk'), ('bulk item', 'bulk'), ('bulk collection', 'bulk'), ('bulk pickup', 'bulk'), ('bulky item', 'bulk'),
    ('bulky item pickup', 'bulk'), ('bulky items', 'bulk'), ('bulk trash', 'bulk'), ('bulk scheduled', 'bulk'),
    ('graffiti', 'graffiti'), ('graffiti removal', 'graffiti'), ('graffiti removal request', 'graffiti'), ('graffiti abatement', 'graffiti'),
    ('weeds', 'weeds'), ('grass and weeds mowing', 'weeds'), ('weed removal', 'weeds'), ('weed removal request', 'weeds'),
    ('high grass', 'weeds'), ('high grass and weeds', 'weeds'), ('overgrown weeds', 'weeds'), ('vegetation overgrowth', 'weeds'),
    ('other', 'other'), ('sanitation enforcement', 'other'), ('trash collection missed', 'other'), ('recycling collection missed', 'other');

create table upkeep.source (
    name      text primary key,
    loaded_at timestamptz not null
);
comment on table upkeep.source is 'Data sets of service requests, and when a load last changed each.';

create table upkeep.service_request (
    source     text not null references upkeep.source,
    source_id  text not null,
    kind       text not null check (kind in ('dumping', 'litter', 'cleaning', 'bulk', 'graffiti', 'weeds', 'other')),
    opened     date not null,
    closed     date check (closed >= opened),
    status     text not null check (status in ('open', 'closed')),
    repeats    boolean not null,
    segment_id bigint references address.segment on delete set null,
    side       text check (side in ('left', 'right')),
    areas      bigint[] not null,
    content    uuid not null,
    primary key (source, source_id),
    check (status = 'closed' or closed is null)
);
create index service_request_opened on upkeep.service_request (opened);
create index service_request_segment on upkeep.service_request (segment_id);
comment on table upkeep.service_request is 'Days and not times, and neither a position nor an address nor words of whoever asked.';
comment on column upkeep.service_request.closed is 'Null also where its file says that it is closed and not since when.';
comment on column upkeep.service_request.repeats is 'Whether its agency calls it another request for what somebody asked for before.';
comment on column upkeep.service_request.segment_id is 'The nearest street within 60 m when it was loaded; null where there was none.';
comment on column upkeep.service_request.side is 'As seen along the line; null in the middle of the street.';
comment on column upkeep.service_request.areas is 'All areas, of each level and vintage, that it lay in when it was loaded.';
comment on column upkeep.service_request.content is 'Digest of the row, which tells an edition from another.';

create table upkeep.appearance (
    id         bigint generated always as identity primary key,
    segment_id bigint references address.segment on delete set null,
    street     text not null,
    score      smallint not null check (score between 1 and 4),
    day        date not null,
    scorer     text not null check (length(scorer) between 1 and 40),
    made_at    timestamptz not null default clock_timestamp(),
    unique (segment_id, scorer, day)
);
comment on table upkeep.appearance is 'How a block looked to somebody who walked it: from 1, no litter, to 4, extremely littered.';
comment on column upkeep.appearance.street is 'As it was called then: it stays when the street of a newer file is another one.';
comment on column upkeep.appearance.scorer is 'What a scorer wants to be called; nothing else is known of them.';

-- What a block is, without what its houses are.
create view upkeep.block as
select id, street, class, left_from, left_to, right_from, right_to, geom
from address.segment
-- Nobody cleans up along a motorway or a path without a carriageway, and nobody lives there who would ask for it.
where class not in ('highway', 'path');

grant usage on schema upkeep to atlas_steward, atlas_web, atlas_desk;
grant select, insert, update, delete on upkeep.service_term, upkeep.source, upkeep.service_request to atlas_steward;
grant select on upkeep.block to atlas_steward, atlas_web, atlas_desk;
grant select on upkeep.source to atlas_web;
-- With its number a request could be looked up in its city's own register, which may say more of it.
grant select (kind, opened, closed, status, repeats, segment_id, side, areas) on upkeep.service_request to atlas_web;
grant select (segment_id, score, day, scorer) on upkeep.appearance to atlas_web;
grant select, insert on upkeep.appearance to atlas_desk;
