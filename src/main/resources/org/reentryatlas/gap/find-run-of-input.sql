-- The newest run over a release, if it was made of this input. An older one does not do: streets or services came back to what
-- they were, and what is shown is that of the newest.
select id
from (
    select id, input_sha256
    from gap.run
    where release_id = :releaseId
    order by made_at desc
    limit 1
) newest
where input_sha256 = :inputSha256
