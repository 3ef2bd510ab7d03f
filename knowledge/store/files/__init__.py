"""The files of a TinyDB store, and what a crash or a power cut can do to them."""
