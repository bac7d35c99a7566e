create temporary table geocode_request (
    row_number  bigint primary key,
    address     text,
    city        text,
    postal_code text
) on commit drop
