"""The papers of one conference from one folder of facts; imports nothing of MkDocs.

One way only: data → loading → models → checks, figures → render.
"""
