-- Each spelling of the file once, in standard form.
create temporary table incoming_spelling on commit drop as
select w.spelling, n.number, n.number_suffix, n.block_to, s.predir, s.name, s.suffix, s.postdir
from (select distinct spelling from incoming) w
cross join lateral address.split_tail(address.clean(left(w.spelling, 300))) t
cross join lateral address.split_number(replace(t.head, ';', ' ')) n
cross join lateral address.parse_street(n.rest) s
