-- Rows at one address share a number: those with the same key, and those at the same place (to about a metre). A key at several
-- places, and a place with several keys, count as one address: the smaller number errs on the safe side.
with keyed as (
    select row_number, lon, lat,
           case when address_key is null then row_number else min(row_number) over (partition by address_key) end as by_key
    from classified
    where lon is not null
), placed as (
    select row_number, by_key,
           min(by_key) over (partition by cast(round(lon * 1e5) as integer), cast(round(lat * 1e5) as integer)) as by_place
    from keyed
), numbered as materialized (
    select row_number, min(by_place) over (partition by by_key) as address_no
    from placed
)
insert into supervision.record
    (caseload_id, record_id, class, method, score, address_no, stated_area, needs, start_date, end_date, verified_on)
select :caseloadId, c.record_id, c.class, c.method, c.score, n.address_no, c.stated_area,
       c.needs, c.start_date, c.end_date, c.verified_on
from classified c
left join numbered n on n.row_number = c.row_number
