"""Which sheets and columns a profile's workbook has, told from the record classes alone."""
