-- What a file says beside the address: its own identifier of a row, and the identifier of the point that is known to be right.
create temporary table geocode_trial (
    row_number bigint primary key,
    id         text,
    truth      text
) on commit drop
