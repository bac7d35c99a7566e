analyze home
