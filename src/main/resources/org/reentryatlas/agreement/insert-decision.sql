insert into agreement.decision (id, what, reason)
values (:id, :what, :reason)
