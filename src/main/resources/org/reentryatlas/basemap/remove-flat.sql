-- What encloses nothing.
delete from incoming
where st_isempty(st_collectionextract(st_makevalid(geom), 3))
returning row_number
