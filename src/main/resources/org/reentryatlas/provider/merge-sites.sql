insert into provider.site (source_id, organization, name, category, source_category, address, phone, url, hours,
                           eligibility, languages, accepts_records, wheelchair, confidential, last_verified, geom)
select source_id, coalesce(organization, ''), name, category, coalesce(source_category, ''), coalesce(address, ''),
       coalesce(phone, ''), coalesce(url, ''), coalesce(hours, ''), coalesce(eligibility, ''),
       coalesce(languages, ''), accepts_records, wheelchair, confidential, last_verified,
       st_setsrid(st_makepoint(lon, lat), 4326)
from incoming_site
on conflict (source_id) do update
set organization = excluded.organization,
    name = excluded.name,
    category = excluded.category,
    source_category = excluded.source_category,
    address = excluded.address,
    phone = excluded.phone,
    url = excluded.url,
    hours = excluded.hours,
    eligibility = excluded.eligibility,
    languages = excluded.languages,
    accepts_records = excluded.accepts_records,
    wheelchair = excluded.wheelchair,
    confidential = excluded.confidential,
    last_verified = excluded.last_verified,
    geom = excluded.geom
