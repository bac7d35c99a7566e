-- Rows at one address share a number: those with the same key, and those at the same place (to about a metre).
with keyed as materialized (
    select address_key, min(row_number) as first from classified where lon is not null and address_key is not null
    group by address_key
), placed as materialized (
    select c.row_number, coalesce(k.first, c.row_number) as by_key,
           cast(round(c.lon * 1e5) as integer) as lon5, cast(round(c.lat * 1e5) as integer) as lat5
    from classified c
    left join keyed k on k.address_key = c.address_key
    where c.lon is not null
), spot as materialized (
    select lon5, lat5, min(by_key) as first from placed group by lon5, lat5
), merged as materialized (
    -- A key at several spots, and a spot with several keys, count as one address: the smaller number errs on the safe side.
    select p.by_key, min(s.first) as first
    from placed p
    join spot s using (lon5, lat5)
    group by p.by_key
), numbered as (
    select p.row_number, m.first as address_no
    from placed p
    join merged m using (by_key)
)
insert into supervision.record
    (caseload_id, record_id, class, method, score, address_no, stated_area, needs, start_date, end_date, verified_on)
select :caseloadId, c.record_id, c.class, c.method, c.score, n.address_no, c.stated_area,
       c.needs, c.start_date, c.end_date, c.verified_on
from classified c
left join numbered n on n.row_number = c.row_number
