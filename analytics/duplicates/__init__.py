"""Which associations are in more than once, and why."""
