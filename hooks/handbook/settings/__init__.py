"""What this deployment is: folders, the site's own data, closed lists, the date of the build. Knows no record."""
