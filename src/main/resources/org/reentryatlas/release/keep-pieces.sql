-- What is left when the last layer has split them.
delete from piece where layer < (select max(layer) from piece);
alter table piece add column square_metres double precision;
update piece set square_metres = st_area(cast(geom as geography));
create unique index on piece (areas);
analyze piece
