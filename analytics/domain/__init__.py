"""What things are: cells and sheets, fields, code lists, numbers with check digits, pilots and rounds."""
