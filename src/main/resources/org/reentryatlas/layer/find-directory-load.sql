-- When the service directory last changed: no row if it never was loaded.
select max(loaded_at) as loaded_at
from provider.source
having count(*) > 0
