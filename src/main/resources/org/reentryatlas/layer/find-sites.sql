-- A page of service sites as GeoJSON features (RFC 7946). A site without a position matches every box that is the whole
-- earth and no other. An empty :category or :id means any.
with matching as (
    select s.*, c.name as category_name
    from provider.site s
    left join provider.category c on c.code = s.category
    where (:category = '' or :category = any (s.categories))
      and (:id = '' or s.source_id = :id)
      and (cast(:region as text) is null
           or st_intersects(s.geom, st_setsrid(st_geomfromwkb(decode(:region, 'hex')), 4326)))
), total as (
    select count(*) as matched from matching
), page as (
    select *,
           case :srid when 4326 then placed else st_transform(placed, :srid) end as placed_there
    from (
        select *, geom as placed
        from matching order by source_id limit :limit offset :offset
    ) as page
)
select total.matched,
       case when page.id is not null then
           jsonb_build_object(
               'type', 'Feature',
               'id', page.source_id,
               'geometry', st_asgeojson(case when :northFirst then st_flipcoordinates(placed_there) else placed_there end, :digits)::jsonb,
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
