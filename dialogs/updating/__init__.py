"""Officers' updates: the form, what goes into it, and what else they do to what is theirs."""
