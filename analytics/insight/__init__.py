"""Numbers for analysts: profile, completeness, counts, change between rounds, summary. Frames in, frames out."""
