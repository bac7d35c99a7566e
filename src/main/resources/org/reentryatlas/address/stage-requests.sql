drop view if exists geocode_open;
drop table if exists geocode_request, geocode_worded, geocode_text, geocode_candidate, geocode_found, geocode_answer;
create temporary table geocode_request (
    row_number  bigint primary key,
    address     text,
    city        text,
    postal_code text
) on commit drop
