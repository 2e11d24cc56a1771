"""What must hold between records, prose and navigation: one function a rule, each giving its findings.

A rule knows nothing of how a page looks.
"""
