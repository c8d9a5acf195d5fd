"""From `git push` to the intranet: a push is checked, built behind walls, and switched in at one stroke.

What lies where is in `home`; how a push goes is in `hooks`; README.md says how it is set up and run.
"""
