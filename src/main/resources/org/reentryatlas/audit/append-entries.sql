-- One after the other, in the order of the array: the function is called for each row as it comes.
select audit.append(:actor, :place, :action, :objectKind, id, :outcome, :purpose)
from unnest(:objectIds) with ordinality as object (id, position)
