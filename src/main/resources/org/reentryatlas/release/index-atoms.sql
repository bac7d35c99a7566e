create unique index on atom (areas);
analyze atom
