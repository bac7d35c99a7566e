-- Streets whose names look like the one that a text names.
with said as (
    select s.name
    from address.split_number(address.clean(:text)) n,
         address.parse_street(n.rest) s
)
select distinct concat_ws(' ', nullif(t.predir, ''), t.name, nullif(t.suffix, ''), nullif(t.postdir, '')) as street,
       similarity(t.name, said.name) as likeness
from said
join address.street t on t.name % said.name
where exists (select from address.segment g where g.street_id = t.id)
order by likeness desc, street
limit 5
