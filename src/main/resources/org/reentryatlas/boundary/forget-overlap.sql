delete from overlap_piece
