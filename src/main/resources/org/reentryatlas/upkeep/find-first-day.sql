select min(opened) from incoming
