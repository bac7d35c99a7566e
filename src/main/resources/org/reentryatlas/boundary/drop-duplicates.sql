-- The first area of a key stays for the checks that follow.
delete from incoming_area later
using incoming_area earlier
where earlier.key = later.key
  and earlier.row_number < later.row_number
