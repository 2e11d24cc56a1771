"""The site while it is being edited: watches files, serves the last good site, tells the browser what has happened.

Knows folders, HTTP and the outcome of a build; knows neither records nor how pages are made.
"""
