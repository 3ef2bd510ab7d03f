"""Words as people write them: spelling, numbers, days, forms of words, what means the same."""
