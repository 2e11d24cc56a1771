"""A scoring table as a spreadsheet: it adds up and grades by formulas, and prints. One module a sheet."""
