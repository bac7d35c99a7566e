-- A plan as everybody sees it who may.
select p.id, p.kind, p.version, p.published_version, p.sequence, p.cancelled_at, p.cancel_reason, p.changed_at,
       v.version as shown_version, v.body, v.findings, v.starts_at, v.ends_at, v.areas,
       '' as author,
       array(select c.agency from outreach.consent c where c.plan_id = v.plan_id and c.version = v.version order by c.agency)
           as consents
from outreach.plan p
join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
where p.id = :id
