delete from gap_piece
