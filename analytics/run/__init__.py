"""The shell: deliveries on disk, runs, batches; the only room that knows clock and environment."""
