"""The disk: workbooks read and written back."""
