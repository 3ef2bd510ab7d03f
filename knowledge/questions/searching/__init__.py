"""A document ready to be searched: its passages, its words and what they mean, and how sure a find is."""
