"""Puts the parts together: the edge, the errands and the store; app.py lists them."""
