-- The areas of a file before they are kept, and what is found in them. Geometries are in longitude and latitude, as they
-- will be kept, so that what is checked is what people will be counted in.
create temporary table incoming_area (
    row_number    bigint not null,
    key           text,
    name          text,
    -- Key of the area at its own level and at each level above.
    keys          jsonb,
    population    integer,
    ring_fault    text,
    geom          geometry(Geometry, 4326),
    -- Why the row cannot be an area.
    reject_field  text,
    reject_reason text,
    reject_text   text
) on commit drop;

create temporary table finding (
    position      bigint generated always as identity,
    verdict       text not null check (verdict in ('refuses', 'repaired', 'noted')),
    kind          text not null,
    row_number    bigint,
    field         text not null default '',
    key           text not null default '',
    other_key     text not null default '',
    square_metres double precision,
    width_metres  double precision,
    place         geometry(Point, 4326),
    detail        text not null
) on commit drop;

-- The areas above, and the ground that all areas cover.
create temporary table incoming_union (
    level      text not null,
    key        text not null,
    keys       jsonb not null,
    population integer,
    geom       geometry(MultiPolygon, 4326) not null
) on commit drop;

create temporary table overlap_piece (
    first         text not null,
    second        text not null,
    geom          geometry(Polygon, 4326) not null,
    square_metres double precision not null,
    width_metres  double precision not null,
    is_sliver     boolean not null
) on commit drop;

create temporary table gap_piece (
    geom          geometry(Polygon, 4326) not null,
    square_metres double precision not null,
    width_metres  double precision not null,
    is_sliver     boolean not null,
    neighbours    text[]
) on commit drop;

-- Slivers on their way from one area to another; nobody loses a gap.
create temporary table given_piece (
    winner        text not null,
    loser         text,
    geom          geometry(Polygon, 4326) not null,
    square_metres double precision not null,
    width_metres  double precision not null
) on commit drop;

-- Coordinates hardly compress, and trying takes longer than all checks of validity.
alter table incoming_area alter column geom set storage external;
alter table incoming_union alter column geom set storage external;

-- PostGIS tells of each invalid ring it meets; the findings do that here.
set local client_min_messages = warning
