"""What each kind of record holds: its fields, their Vietnamese titles and help, and the checks a record can make alone.

One module a kind. A record knows nothing of other records; what needs two of them is a rule.
"""
