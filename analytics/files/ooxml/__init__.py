"""The parts of an Office Open XML workbook, patched in place."""
