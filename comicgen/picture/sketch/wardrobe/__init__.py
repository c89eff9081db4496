"""What clothes are: tables of cuts and cloths, and of all that is sewn on them."""
