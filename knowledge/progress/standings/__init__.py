"""How recommendations stand, now and at any moment before."""
