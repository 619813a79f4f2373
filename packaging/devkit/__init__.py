"""What `dev.py` is made of. Standard library only; the program itself is never imported here."""
