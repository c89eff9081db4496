"""A panel's cast into places on the ground: who stands, sits or rides where, turned which way."""
