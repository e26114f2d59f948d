"""The embedded register's own command, mounted beside ours."""

from analytics.sandbox.cli import register

__all__ = ["register"]
