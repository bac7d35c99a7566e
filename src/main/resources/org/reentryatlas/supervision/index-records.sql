-- By latitude alone: enough to look up the few rows beside a facility, and cheaper to make than an index of places.
create index on incoming_record (lat);
analyze incoming_record
