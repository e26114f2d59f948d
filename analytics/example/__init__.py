"""Invented deliveries: a pure room that turns a seed into workbooks, the faults planted in them, and the doubles."""
