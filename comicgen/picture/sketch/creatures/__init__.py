"""Animals and robots into parts."""
