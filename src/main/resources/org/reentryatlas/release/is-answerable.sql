-- Whether people can still be placed in the areas of the set: their positions are here, or the areas kept in their stead
-- are areas of this set.
select not exists (select from supervision.purge_certificate where caseload_id = :caseloadId)
    or exists (
        select
        from supervision.residence_area k
        join boundary.area a on a.id = k.area_id
        where k.caseload_id = :caseloadId
          and a.set_id = :areaSetId
    )
    or not exists (
        select
        from supervision.record
        where caseload_id = :caseloadId
          and class in ('matched', 'group_quarters')
    )
