"""
The embedded register: somebody else's system, to dry-run against.

It answers over HTTP as the Verenigingsregister does and shares nothing with the
rest of this package: not its rules, not its code lists, not its errors.

Source of every rule: Informatievlaanderen/association-registry, commit 865ca05
(release 8.342.1), and the register's own FAQ. Where the two disagree the code wins. What is not
imitated, and why, stands on the page ``/docs`` of a running register.
"""
