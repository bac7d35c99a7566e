-- The blocks that a text names, and the streets that it can mean: those of the name, of the suffix and the directions that it says.
with said as (
    select n.number,
           case when n.block_to is null then n.number / 100 * 100 + 99 else n.block_to end as number_to,
           case when n.block_to is null then n.number / 100 * 100 else n.number end as number_from,
           s.predir, s.name, s.suffix, s.postdir
    from address.split_number(address.clean(:text)) n,
         address.parse_street(n.rest) s
)
select said.number_from, said.number_to, t.id as street_id,
       concat_ws(' ', nullif(t.predir, ''), t.name, nullif(t.suffix, ''), nullif(t.postdir, '')) as street
from said
left join address.street t
  on t.name = said.name
 and (said.suffix = '' or t.suffix = said.suffix)
 and (said.predir = '' or t.predir = said.predir)
 and (said.postdir = '' or t.postdir = said.postdir)
 and exists (select from address.segment g where g.street_id = t.id)
order by street
