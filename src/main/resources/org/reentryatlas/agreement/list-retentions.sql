-- How long raw data may be kept under the newest version of each caseload's agreement, and since when that is over.
select l.caseload_id, c.id, c.version, cast(c.body ->> 'retention_days' as integer) as retention_days,
       case c.state
           when 'ended' then (select cast(d.made_at at time zone :zone as date)
                              from agreement.decision d
                              where d.id = c.id and d.what = 'ended'
                              order by d.number desc
                              limit 1)
           when 'expired' then c.ends
       end as over_on
from agreement.caseload l
join agreement.current c on c.id = l.id
order by l.caseload_id
