"""The papers of one conference from one folder of facts; knows nothing of MkDocs.

One way only: data → loading → models → checks, figures → render.
"""
