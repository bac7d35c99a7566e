-- Vintages of boundaries in any order, and a way back for one that nothing published uses.

alter table boundary.area_set add column stated_valid_to date;
alter table boundary.area_set add check (stated_valid_to is null or stated_valid_to > valid_from);
comment on column boundary.area_set.stated_valid_to is
    'First day on which the set no longer holds, as its loader said; null means until the next one. valid_to is the earlier '
    'of this and the start of the next set of the level.';
alter table boundary.area_set add unique (base_level, valid_from);

-- A set that a release names cannot be deleted: the references of schema published forbid it.
grant delete on boundary.area, boundary.area_set to atlas_steward;
