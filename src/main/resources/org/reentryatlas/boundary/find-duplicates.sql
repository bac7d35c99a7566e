-- Keys that occur twice. Their areas stay for the checks that follow, so that no gap is named where one of them lies.
insert into finding (verdict, kind, row_number, field, key, detail)
select 'refuses',
       'duplicate_id',
       row_number,
       :keyField,
       key,
       format('another area has the key ''%s''; keys must differ', key)
from (
    select row_number, key, row_number() over (partition by key order by row_number) as nth
    from incoming_area
) numbered
where nth > 1
order by row_number
