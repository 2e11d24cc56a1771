"""The closed lists that a field may name, each under the name that fields know it by. Knows no field."""

from handbook.settings.settings import Settings


def closed_lists(settings: Settings) -> dict[str, dict[str, str]]:
    """Give every closed list: its ids with their words, in their order."""
    lists = settings.vocabulary
    return {
        "roles": {entry.id: entry.title for entry in lists.roles},
        "phases": {entry.id: entry.title for entry in lists.phases},
        "owners": {entry.id: entry.title for entry in lists.owners},
        "branch_types": {entry.id: entry.title for entry in lists.branch_types},
        "quarters": {entry.id: entry.title for entry in lists.quarters},
        "places": {entry.id: entry.title for entry in lists.places},
        "units": {unit.id: unit.label for unit in settings.deployment.units},
    }
