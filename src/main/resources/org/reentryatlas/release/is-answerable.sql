-- Whether people can still be placed in the areas of all these sets: their positions are here, or the areas kept in their
-- stead are areas of each of them.
select not exists (select from supervision.purge_certificate where caseload_id = :caseloadId)
    or not exists (
        select
        from unnest(cast(:setIds as bigint[])) as s (id)
        where not exists (
            select
            from supervision.residence_area k
            join boundary.area a on a.id = k.area_id
            where k.caseload_id = :caseloadId
              and a.set_id = s.id
        )
    )
    or not exists (
        select
        from supervision.record
        where caseload_id = :caseloadId
          and class in ('matched', 'group_quarters')
    )
