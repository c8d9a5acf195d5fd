"""Every number the site shows, derived once, with its formula and the lines it comes from."""

from conference.figures.figure import OF_NUMBERS, Agreement, Figure, Form, Kind
from conference.figures.register import derive, open_values

__all__ = ["OF_NUMBERS", "Agreement", "Figure", "Form", "Kind", "derive", "open_values"]
