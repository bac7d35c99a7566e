select source, sha256, version, publisher
from transit.feed
order by source collate "C"
