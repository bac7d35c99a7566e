delete from incoming_record i
using (
    select row_number, row_number() over (partition by record_id order by row_number) as place
    from incoming_record
) numbered
where numbered.row_number = i.row_number
  and numbered.place > 1
returning i.row_number
