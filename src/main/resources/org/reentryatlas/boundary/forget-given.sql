delete from given_piece
