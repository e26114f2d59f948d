"""The rules, one module per table or topic; :mod:`analytics.checks.catalogus` puts them in order."""
