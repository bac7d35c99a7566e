select only_one
from supervision.door
for update
