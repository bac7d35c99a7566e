-- What falls into a time, as it was written last or as it is published.
select p.id, p.kind, p.version, p.published_version, p.sequence, p.cancelled_at, p.cancel_reason, p.changed_at,
       v.version as shown_version, v.body, null as findings, v.starts_at, v.ends_at, v.areas,
       '' as author,
       array(select c.agency from outreach.consent c where c.plan_id = v.plan_id and c.version = v.version order by c.agency)
           as consents
from outreach.plan_version v
join outreach.plan p
  on p.id = v.plan_id
 and v.version = case when :published then p.published_version else p.version end
where v.starts_at < :until
  and v.starts_at > :since::timestamptz - interval '1 day'
  and v.ends_at > :since
  and p.kind = any (:kinds)
  and (cardinality(:areas::text[]) = 0 or v.areas && :areas::text[]
       or (:post <> '' and :post in (v.body ->> 'officer', v.body ->> 'policeOfficer', v.body ->> 'supervisionOfficer')))
order by v.starts_at, p.id
limit :most
