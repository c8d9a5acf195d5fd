"""The papers of a built site as files to be kept: `make archive`.

A floor below `conference`: it asks a publication what its papers are called, and prints the pages of the
built site. Data goes one way:

    site/  →  printing  →  marking  →  binding  →  archive/  →  reading  →  checks

Chromium and pikepdf are tools of the test lock; the site needs neither.
"""
