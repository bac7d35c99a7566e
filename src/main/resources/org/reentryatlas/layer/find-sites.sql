-- A page of service sites as GeoJSON features (RFC 7946). A site without a position matches every box that is the whole
-- earth and no other. An empty :category or :id means any.
with matching as (
    select s.*, c.name as category_name
    from provider.site s
    left join provider.category c on c.code = s.category
    where (:category = '' or :category = any (s.categories))
      and (:id = '' or s.source_id = :id)
      and (:everywhere
           or st_intersects(s.geom, st_makeenvelope(:west, :south, :east, :north, 4326))
           or st_intersects(s.geom, st_makeenvelope(:west2, :south, :east2, :north, 4326)))
), total as (
    select count(*) as matched from matching
), page as (
    select * from matching order by source_id limit :limit offset :offset
)
select total.matched,
       case when page.id is not null then
           jsonb_build_object(
               'type', 'Feature',
               'id', page.source_id,
               'geometry', st_asgeojson(page.geom, 6)::jsonb,
               'properties', jsonb_build_object(
                   'id', page.source_id,
                   'organization', page.organization,
                   'name', page.name,
                   'category', page.category,
                   'category_name', page.category_name,
                   'address', page.address,
                   'phone', page.phone,
                   'url', page.url,
                   'hours', page.hours,
                   'eligibility', page.eligibility,
                   'languages', page.languages,
                   'accepts_records', page.accepts_records,
                   'wheelchair', page.wheelchair,
                   'confidential', page.confidential,
                   'last_verified', page.last_verified
               )
           )::text
       end as feature
from total
left join page on true
order by page.source_id
