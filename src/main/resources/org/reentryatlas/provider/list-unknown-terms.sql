select t.term, count(*) as services
from provider.service_term t
join provider.service s on s.id = t.service_id
where s.source = :source
  and not exists (select from provider.category_term c where c.term = lower(t.term))
group by t.term
order by services desc, t.term
