"""What each command does, once it runs inside the project's environment: options in, work elsewhere, exit code out."""
