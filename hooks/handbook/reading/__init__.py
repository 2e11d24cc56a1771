"""Files become plain values with places, and nothing wrong in them goes untold. It must not know kinds of record."""
