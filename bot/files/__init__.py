"""Files for people: made, offered, and handed over to nobody else."""
