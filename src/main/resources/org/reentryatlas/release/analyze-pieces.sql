analyze piece
