with service as (
    select s.*, coalesce(o.name, '') as organization,
           case when s.status <> 'active' then s.status
                when s.assured_date is null then 'never verified'
                when s.assured_date + :days <= :day then 'due' end as state
    from provider.service s
    left join provider.organization o on o.id = s.organization_id
)
select state,
       case when state = 'due' then assured_date + :days else assured_date end as since,
       source, key, organization, name
from service
where state is not null
order by status <> 'active', since nulls first, source, key
