"""What people take away: views as PDF, Word, Excel and calendar files. Knows nothing of the website."""
