"""The command line: Dutch arguments in, one call to :mod:`analytics.run`, exit codes out."""
