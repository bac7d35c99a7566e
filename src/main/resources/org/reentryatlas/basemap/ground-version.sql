-- A text that changes with everything that the base map is painted of.
select concat_ws(
    ':',
    (select changed_at from basemap.street_change),
    -- Each of them: of two loads at once the earlier one may be the last to be seen.
    (select string_agg(loaded_at::text, ',' order by kind, name) from basemap.source),
    (
        select string_agg(id::text, ',' order by id)
        from boundary.area_set
        where valid_from <= current_date
          and (valid_to is null or valid_to > current_date)
    )
)
