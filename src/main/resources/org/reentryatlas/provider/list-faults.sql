select unit, file, row, kind, field, code
from incoming_fault
order by unit
