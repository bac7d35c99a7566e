insert into agreement.destruction (id, version, reference_date, what, method, cause, made_by)
values (:id, :version, :referenceDate, :what, :method, :cause, :madeBy)
