"""The finished folder of a site: verified, listed, and put in the place of the old one as a whole.

Knows files, HTML and addresses inside a folder; knows neither records nor the generator that wrote the pages.
"""
