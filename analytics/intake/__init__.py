"""From sheets of cells to a delivery: which column is which field, what may not be there, what is a record."""
