"""Records: values as JSON, on their shelves in memory, with what isn't on the disk yet."""
