-- Streets whose terms ask for a credit, and timetables of public transport. All of it is open reference data.

create table address.credit (
    kind   text not null check (kind in ('point', 'segment', 'facility')),
    source text not null,
    words  text not null,
    primary key (kind, source)
);
comment on table address.credit is 'What has to be shown wherever something is made of a source; empty where nothing has.';
grant select, insert, update on address.credit to atlas_steward;

create view basemap.street_credit as
select distinct words
from address.credit c
where kind = 'segment'
  and words <> ''
  and exists (
      select
      from address.segment s
      where s.source = c.source
  );
grant select on basemap.street_credit to atlas_steward, atlas_web;

create schema transit;

create table transit.feed (
    source    text primary key,
    sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    version   text not null,
    publisher text not null,
    loaded_at timestamptz not null default clock_timestamp()
);
comment on table transit.feed is 'Timetables in GTFS: the newest edition of each source.';
comment on column transit.feed.publisher is 'Who is to be named: as feed_info.txt says, else the agencies.';

create table transit.stop (
    source  text not null references transit.feed,
    stop_id text not null,
    name    text not null,
    station text not null,
    geom    geometry(Point, 4326) not null,
    content uuid not null,
    primary key (source, stop_id)
);
comment on table transit.stop is 'Places where vehicles call.';
comment on column transit.stop.station is 'The station that it is part of, or the stop itself: what is said of a station holds for its stops.';

create table transit.trip (
    source     text not null references transit.feed,
    trip_id    text not null,
    service_id text not null,
    content    uuid not null,
    primary key (source, trip_id)
);
comment on table transit.trip is 'A vehicle on its way once on each day of its service.';
comment on column transit.trip.content is 'Digest of all that is kept of it, its days too.';

create table transit.service_day (
    source     text not null references transit.feed,
    service_id text not null,
    day        date not null,
    primary key (source, service_id, day)
);
comment on table transit.service_day is 'The days on which a service runs: the calendar with its exceptions.';

create table transit.call (
    source   text not null,
    trip_id  text not null,
    position integer not null,
    stop_id  text not null,
    arrives  integer not null,
    departs  integer not null,
    boards   boolean not null,
    alights  boolean not null,
    primary key (source, trip_id, position),
    foreign key (source, stop_id) references transit.stop,
    check (arrives >= 0 and departs >= arrives)
);
comment on table transit.call is 'Seconds of the service day, counted from noon less 12 hours: 90,000 is 1 a.m. of the day after.';

create table transit.frequency (
    source  text not null,
    trip_id text not null,
    begins  integer not null,
    ends    integer not null,
    every   integer not null check (every > 0),
    primary key (source, trip_id, begins),
    check (ends > begins)
);
comment on table transit.frequency is 'A trip that runs again and again: it first departs at each of these times before the end.';

create table transit.change (
    source    text not null references transit.feed,
    from_stop text not null,
    to_stop   text not null,
    kind      text not null check (kind in ('timed', 'minimum', 'impossible')),
    seconds   integer not null check (seconds >= 0),
    primary key (source, from_stop, to_stop)
);
comment on table transit.change is 'What a feed says of changing between two stops beside how long the way is.';

grant usage on schema transit to atlas_steward;
grant select, insert, update, delete
on transit.feed, transit.stop, transit.trip, transit.service_day, transit.call, transit.frequency, transit.change
to atlas_steward;

alter table gap.figure drop constraint figure_mode_check;
alter table gap.figure add constraint figure_mode_check check (mode in ('walk', 'drive', 'transit'));
