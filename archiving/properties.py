"""The properties of a file: what a catalogue reads without opening it, in the words of Dublin Core (XMP)."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Pdf

from archiving.papers import Properties

LANGUAGE = "vi"


def describe(pdf: Pdf, properties: Properties) -> None:
    """Write what a file says of itself. It claims to conform to no standard: nobody has certified it."""
    pdf.Root.Lang = LANGUAGE
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines if "/Outlines" in pdf.Root else Name.UseNone
    if "/Creator" in pdf.docinfo:  # the browser's line about itself tells nothing of the paper
        del pdf.docinfo["/Creator"]
    with pdf.open_metadata(set_pikepdf_as_editor=False) as written:
        written.load_from_docinfo(pdf.docinfo)
        said = {
            "dc:title": properties.title,
            "dc:creator": list(properties.issuers),
            "dc:description": properties.subject,
            "dc:subject": [properties.subject],
            "dc:language": [LANGUAGE],
            "dc:type": [properties.kind] if properties.kind else [],
            "dc:identifier": properties.number,
            "dc:date": [properties.day] if properties.day else [],
            "dc:source": properties.origin,
            "pdf:Keywords": properties.origin,
        }
        for name, value in said.items():
            if value:
                written[name] = value
