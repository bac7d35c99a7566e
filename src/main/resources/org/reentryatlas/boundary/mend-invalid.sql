-- Also where the file is refused, so that the checks that follow have something to stand on.
update incoming_area
set geom = st_multi(st_collectionextract(st_makevalid(geom, 'method=structure'), 3))
where not st_isvalid(geom)
