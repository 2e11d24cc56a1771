"""From points to a grade and its reasons; pure. One set of rules for the score sheet, the spreadsheet and the page."""
