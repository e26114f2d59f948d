"""What a pilot says about its data, what the data shows, and whether we may load: pure functions over frames."""
