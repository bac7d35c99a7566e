-- What follows from area sets and address points together: how one vintage goes over into the next, and how many people
-- live in areas whose file does not say so. Made with each set of boundaries, and again when asked; open reference data.

create table boundary.crosswalk (
    from_area_id       bigint not null references boundary.area on delete cascade,
    to_area_id         bigint not null references boundary.area on delete cascade,
    square_metres      double precision not null check (square_metres >= 0),
    units              bigint not null check (units >= 0),
    is_sliver          boolean not null,
    share_of_from      double precision check (share_of_from between 0 and 1.000001),
    share_of_to        double precision check (share_of_to between 0 and 1.000001),
    unit_share_of_from double precision check (unit_share_of_from between 0 and 1.000001),
    unit_share_of_to   double precision check (unit_share_of_to between 0 and 1.000001),
    primary key (from_area_id, to_area_id),
    check (is_sliver = (share_of_from is null))
);
comment on table boundary.crosswalk is
    'Pairs of areas of one level in two sets that share ground or addresses; a sliver is kept to be reported and has no shares.';
comment on column boundary.crosswalk.units is 'Residential address units that lie in both.';

create table boundary.population (
    area_id       bigint primary key references boundary.area on delete cascade,
    residents     integer not null check (residents >= 0),
    method        text not null check (method in ('stated', 'apportioned')),
    source_set_id bigint not null references boundary.area_set on delete cascade
);
comment on table boundary.population is
    'Residents: stated by the file of the areas, or apportioned by address points from the areas of another set.';

create table boundary.population_outside (
    set_id         bigint not null references boundary.area_set on delete cascade,
    source_area_id bigint not null references boundary.area on delete cascade,
    residents      integer not null check (residents > 0),
    primary key (set_id, source_area_id)
);
comment on table boundary.population_outside is
    'Residents of an area of the source set who live in no area of the set: areas and these together are the total.';

grant select, insert, delete on boundary.crosswalk, boundary.population, boundary.population_outside to atlas_steward;
grant select on boundary.crosswalk, boundary.population, boundary.population_outside to atlas_web;
