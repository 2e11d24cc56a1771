"""Views as HTML: templates, the headings they give, and what a page is made of. Knows neither MkDocs nor the disk."""
