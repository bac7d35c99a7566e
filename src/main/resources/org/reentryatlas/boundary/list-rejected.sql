-- Rows that cannot be areas.
insert into finding (verdict, kind, row_number, field, key, detail)
select 'refuses', reject_reason, row_number, reject_field, coalesce(key, ''), reject_text
from incoming_area
where reject_reason is not null
order by row_number
