-- A stretch has one beginning and one end.
delete from incoming
where geometrytype(case when geometrytype(geom) = 'LINESTRING' then geom else st_linemerge(geom) end) <> 'LINESTRING'
   or st_length(geom) = 0
returning row_number
