"""One turn: what came, what is so at that moment, what is asked back, and what goes."""
