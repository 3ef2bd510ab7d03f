"""The store in TinyDB, for one process."""
