"""For each check of archiving/checks the smallest harm to a file that it must tell of."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from archiving.marking import links_of
from archiving.reading import Tagged


def elements(pdf, *kinds):
    """The elements of some kinds, as pikepdf knows them."""
    return [one.object for one in Tagged("", pdf).elements(*kinds)]


def rewrite(pdf, page, change) -> None:
    """Write what a page shows anew, as `change` returns its instructions."""
    page = pdf.pages[page]
    instructions = change(list(pikepdf.parse_content_stream(page)))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def without_last_words(instructions):
    at = max(i for i, one in enumerate(instructions) if str(one.operator) == "Tj")
    return instructions[:at] + instructions[at + 1 :]


def first_artifact_unmarked(instructions):
    start = next(i for i, one in enumerate(instructions) if one.operands[:1] == [Name.Artifact])
    end = next(i for i in range(start, len(instructions)) if str(instructions[i].operator) == "EMC")
    return [one for i, one in enumerate(instructions) if i not in (start, end)]


def words_hidden(instructions):
    """The first words that have a tag become an artifact."""
    shown = next(
        i
        for i, one in enumerate(instructions)
        if str(one.operator) == "Tj" and str(instructions[i - 1].operator) != "BMC"
    )
    tag = max(i for i in range(shown) if str(instructions[i].operator) == "BDC")
    artifact = pikepdf.ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    return [*instructions[:tag], artifact, *instructions[tag + 1 :]]


def title(pdf):
    pdf.docinfo["/Title"] = "Untitled"


def properties(pdf):
    with pdf.open_metadata() as written:
        written["dc:source"] = "dữ liệu khác"


def language(pdf):
    pdf.Root.Lang = "en"


def no_claim(pdf):
    with pdf.open_metadata() as written:
        written["pdfuaid:part"] = "1"


def no_forms(pdf):
    elements(pdf, "P")[0].S = Name.Form


def nothing_active(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.beep()")


def fonts(pdf):
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def same_print(pdf):
    rewrite(pdf, 0, without_last_words)


def tags(pdf):
    del pdf.Root["/StructTreeRoot"]


def all_marked(pdf):
    rewrite(pdf, 2, first_artifact_unmarked)


def artifacts(pdf):
    rewrite(pdf, 2, words_hidden)


def reading_order(pdf):
    row = elements(pdf, "TR")[0]
    row.K = Array(reversed(list(row.K)))


def tables(pdf):
    for attributes in elements(pdf, "TH")[-1].A:
        if "/Scope" in attributes:
            del attributes["/Scope"]


def cells(pdf):
    elements(pdf, "TH")[-1].ID = pikepdf.String("other")


def both_ways(pdf):
    pdf.pages[2].StructParents, pdf.pages[3].StructParents = (
        pdf.pages[3].StructParents,
        pdf.pages[2].StructParents,
    )


def pictures(pdf):
    elements(pdf, "P")[0].S = Name.Figure


def headings(pdf):
    elements(pdf, "H2")[0].S = Name.H3


def bookmarks(pdf):
    with pdf.open_outline() as outline:
        del outline.root[1]


def links(pdf):
    link = links_of(pdf.pages[1])[0]
    del link["/Dest"]
    link.A = Dictionary(S=Name.URI, URI="file:///home/page.html")
