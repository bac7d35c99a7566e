-- The tables of a feed as they are read, until the transaction ends. Row numbers are those of each file.
create temporary table incoming_stop (
    row_number bigint, stop_id text, stop_name text, parent_station text, location_type integer,
    stop_lat double precision, stop_lon double precision
) on commit drop;
create temporary table incoming_route (row_number bigint, route_id text) on commit drop;
create temporary table incoming_trip (row_number bigint, trip_id text, route_id text, service_id text) on commit drop;
create temporary table incoming_call (
    row_number bigint, trip_id text, stop_id text, location_id text, location_group_id text, stop_sequence integer,
    arrival_time integer, departure_time integer, pickup_type integer, drop_off_type integer
) on commit drop;
create temporary table incoming_calendar (
    row_number bigint, service_id text, monday integer, tuesday integer, wednesday integer, thursday integer, friday integer,
    saturday integer, sunday integer, start_date date, end_date date
) on commit drop;
create temporary table incoming_exception (row_number bigint, service_id text, date date, exception_type integer) on commit drop;
create temporary table incoming_frequency (
    row_number bigint, trip_id text, start_time integer, end_time integer, headway_secs integer
) on commit drop;
create temporary table incoming_transfer (
    row_number bigint, from_stop_id text, to_stop_id text, from_route_id text, to_route_id text, from_trip_id text, to_trip_id text,
    transfer_type integer, min_transfer_time integer
) on commit drop
