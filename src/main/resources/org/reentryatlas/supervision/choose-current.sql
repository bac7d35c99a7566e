-- Leaves one row of each person: the residence that holds on the reference date, of several the one that started last,
-- then the one verified last, then the first. Names the rows taken out, the row kept and what told them apart; 'nothing'
-- when that was only their order.
with ranked as (
    select row_number,
           is_current,
           residence_from,
           verified_on,
           row_number() over person as place,
           first_value(row_number) over person as kept,
           first_value(is_current) over person as kept_is_current,
           first_value(residence_from) over person as kept_from,
           first_value(verified_on) over person as kept_verified
    from incoming_record
    where record_id in (select record_id from incoming_record group by record_id having count(*) > 1)
    window person as (
        partition by record_id
        order by is_current desc, residence_from desc nulls last, verified_on desc nulls last, row_number
    )
)
delete from incoming_record i
using ranked r
where r.row_number = i.row_number
  and r.place > 1
returning r.row_number,
          r.kept,
          case
              when not r.is_current then 'not_current'
              when r.residence_from is distinct from r.kept_from then 'started_later'
              when r.verified_on is distinct from r.kept_verified then 'verified_later'
              else 'nothing'
          end as difference
