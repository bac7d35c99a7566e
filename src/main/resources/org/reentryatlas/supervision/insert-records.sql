-- Rows at one address share a number: those with the same key, and those at the same place (to about a metre).
with keyed as (
    select row_number,
           record_id,
           min(row_number) over (partition by coalesce(address_key, cast(row_number as text))) as by_key,
           round(cast(lon as numeric), 5) as lon5,
           round(cast(lat as numeric), 5) as lat5,
           lon is not null as is_placed
    from incoming_record
), placed as (
    select row_number, min(by_key) over (partition by lon5, lat5) as by_place
    from keyed
    where is_placed
), numbered as (
    select row_number, dense_rank() over (order by by_place) as address_no
    from placed
)
insert into supervision.record
    (caseload_id, record_id, class, method, score, address_no, stated_area, needs, start_date, end_date, verified_on)
select :caseloadId, i.record_id, i.class, i.method, i.score, n.address_no, coalesce(i.stated_area, ''),
       i.needs, i.start_date, i.end_date, i.verified_on
from incoming_record i
left join numbered n on n.row_number = i.row_number
