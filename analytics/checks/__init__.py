"""What may be wrong with a delivery: the rules, what they found, and what to repair first."""
