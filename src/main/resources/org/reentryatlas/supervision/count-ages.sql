-- How long ago addresses were verified, in the bands of the field.
select case
           when verified_on is null then 'unknown'
           when :referenceDate - verified_on <= 30 then 'up to 30 days'
           when :referenceDate - verified_on <= 90 then '31 to 90 days'
           else 'over 90 days'
       end as name,
       count(*) as people
from classified
where lon is not null
group by name
order by min(coalesce(:referenceDate - verified_on, 100000))
