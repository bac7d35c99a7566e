create unique index on atom (beat_no, tract_no, hex_no);
analyze atom
