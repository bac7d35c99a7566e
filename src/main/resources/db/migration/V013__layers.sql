-- More layers than one of each release: beside the beats and what they make up, census tracts and hexagons.

alter table boundary.area drop constraint area_level_check;
alter table boundary.area add constraint area_level_check check (
    level in ('beat', 'sector', 'district', 'city', 'tract', 'block_group', 'hex_8', 'hex_7', 'hex_6'));

alter table boundary.area_set add column grid_of bigint unique references boundary.area_set;
comment on column boundary.area_set.grid_of is
    'The set that these hexagons were made to cover; they come, hold and go with it. Null for areas that a file brought.';

create table published.release_set (
    release_id  text not null references published.release,
    area_set_id bigint not null references boundary.area_set,
    levels      text[] not null check (levels <> '{}'),
    primary key (release_id, area_set_id)
);
comment on table published.release_set is
    'The sets of areas that a release has numbers for, and at which levels; no level comes from two sets.';
create index release_set_by_set on published.release_set (area_set_id);

insert into published.release_set (release_id, area_set_id, levels)
select r.id, r.area_set_id, array_agg(distinct a.level)
from published.release r
join boundary.area a on a.set_id = r.area_set_id
group by r.id, r.area_set_id;

grant select, insert on published.release_set to atlas_steward;
grant select on published.release_set to atlas_web;
