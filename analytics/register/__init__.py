"""The register as we see it: requests, client, plan, ledger, loading, and what it says afterwards."""
