drop table incoming_hexagon
