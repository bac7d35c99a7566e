-- A person of whom only former, contact or mailing addresses are known has no address here.
update incoming_record
set stated = 'unknown', is_placed = false, address = null, lon = null, lat = null
where not is_current
