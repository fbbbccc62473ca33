"""What check-sign-in is made of: the machine that signs people in, and those who come."""
