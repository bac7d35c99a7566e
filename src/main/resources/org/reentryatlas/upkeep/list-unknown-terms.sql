select i.term, count(*) as requests
from incoming i
where i.kind is null
  and i.term is not null
  and not exists (select from upkeep.service_term t where t.term = i.term)
group by i.term
order by requests desc, i.term
