-- A text that changes with everything that the base map is painted of.
select concat_ws(
    ':',
    (select changed_at from basemap.street_change),
    (select concat_ws(',', count(*), max(loaded_at)) from basemap.source),
    (
        select string_agg(id::text, ',' order by id)
        from boundary.area_set
        where valid_from <= current_date
          and (valid_to is null or valid_to > current_date)
    )
)
