-- Coordinates hardly compress: trying took most of the time in which areas were inserted, and each reading would undo it.
alter table boundary.area alter column geom set storage external;
