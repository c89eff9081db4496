"""What hands hold into parts."""
