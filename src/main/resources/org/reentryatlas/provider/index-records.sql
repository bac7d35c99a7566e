-- After the rows are in, which is faster than while they come.
create index on incoming_record (kind, key);
create index on incoming_record (unit);
create index on incoming_record (service) where kind in ('term', 'service_at_location');
create index on incoming_record (location) where kind in ('address', 'service_at_location');
analyze incoming_record;
