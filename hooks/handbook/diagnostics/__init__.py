"""What is wrong, where, and what to do: one finding, its code, and the reports. It must not know who finds it."""

from handbook.diagnostics.codes import Code as Code
from handbook.diagnostics.finding import Finding as Finding
from handbook.diagnostics.finding import Severity as Severity
