delete from incoming i
using (
    select ctid, row_number() over (partition by source_id order by row_number) as place
    from incoming
) numbered
where numbered.ctid = i.ctid
  and numbered.place > 1
returning i.row_number
