"""How a workbook of any kind is read: guards first, then cells with their kind and place."""
