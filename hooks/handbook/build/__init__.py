"""The order of the rooms: load, check, render. Knows the order and the keys of a cache, nothing else."""
