"""A preview for each proposed change: where, what is marked, what is told, until when."""

from servers import get, git

from publish.changes import changes_of, compare


def test_a_branch_is_shown_at_its_own_address_with_marks(server, editor, web):
    before = get(web, "/index.html").body
    page = "---\ntitle: x\n---\n## Mục một\n\nTổng số đại biểu nay ghi khác.\n\n## Mục ba\n\nĐoạn mới.\n"
    editor.write("docs/index.md", page)
    editor.write("docs/them.md", "# Thêm\n")
    editor.set_value(120)
    taken, said = editor.push("HEAD:refs/heads/binh/Đề-nghị")
    assert taken
    address = next(line for line in said.splitlines() if line.startswith("Bản xem thử: "))
    path = address.removeprefix(f"Bản xem thử: http://{server.staff}")
    shown = get(server.staff, path)
    assert shown.status == 200 and "Bản xem thử</strong> của nhánh binh/Đề-nghị" in shown.text
    assert '<p data-preview="changed" id="number">' in shown.text
    assert '<h2 data-preview="changed" id="Mục-một">' in shown.text
    assert '<h2 data-preview="added" id="Mục-ba">' in shown.text
    assert 'data-stamp="Bản xem thử · Dự thảo"' in shown.text
    assert "Bản xem thử" not in get(web, "/index.html").text
    for line in (
        "Con số: Tất cả (all): 100 → 120",
        "index.html#number: đổi «Có 120»: trước «Có 100», nay «Có 120»",
        "index.html#Mục-một: đổi «Mục một»: trước «… Tổng số đại biểu như đã ghi.», nay «… Tổng số đại biểu nay ghi khác.»",
        "index.html#Mục-ba: thêm «Mục ba»: nay «Mục ba Đoạn mới.»",
        "index.html#Mục-hai: bớt «Mục hai»: trước «Mục hai Đoạn hai.»",
        "them.html: thêm cả trang",
    ):
        assert line in said.splitlines(), said
    listed = get(server.staff, path.replace("index.html", "xem-thu.html")).text
    assert "Tất cả (all): 100 → 120" in listed and "<del>Mục hai Đoạn hai.</del>" in listed
    assert get(server.staff, path.replace("index.html", "xem-thu.css")).status == 200
    assert get(web, "/index.html").body == before and get(web, path).status == 404
    taken, said = editor.push(":refs/heads/binh/Đề-nghị")
    assert taken and "Đã bỏ bản xem thử" in said and get(server.staff, path).status == 404
    assert list((server.home / "preview-sites").iterdir()) == []


def test_a_branch_with_errors_is_kept_and_told(server, editor):
    editor.set_value(5)
    assert editor.push("HEAD:refs/heads/x")[0]
    editor.set_value("mười")
    taken, said = editor.push("HEAD:refs/heads/x")
    assert taken and "data/facts.yml:1:8: lỗi" in said and "chưa có bản xem thử" in said
    assert not (server.home / "previews/x").exists()  # the old one would show something else
    editor.set_value(6)
    assert editor.push("HEAD:refs/heads/x")[0] and (server.home / "previews/x").exists()


def test_a_branch_may_be_pushed_over(server, editor):
    editor.set_value(5)
    assert editor.push("HEAD:refs/heads/x")[0]
    git(editor.folder, "reset", "--quiet", "--hard", "HEAD~")
    editor.set_value(6)
    taken, said = editor.push("+HEAD:refs/heads/x")
    assert taken and "100 → 6" in said
    assert len(list((server.home / "preview-sites").iterdir())) == 1


def test_editors_may_not_change_code_in_a_branch_either(server, editor):
    editor.write("conference/__main__.py", "x = 1\n")
    editor.commit()
    taken, said = editor.push("HEAD:refs/heads/x")
    assert not taken and "[push-role]" in said


def test_changes_are_found_by_ids_wherever_the_part_stands():
    old = '<article><h2 id="a">A</h2><p>một</p><h2 id="b">B</h2><p>hai</p></article>'
    moved = '<article><h2 id="b">B</h2><p>hai</p><h2 id="a">A</h2><p>một</p></article>'
    assert changes_of(old, moved) == ()
    row = "<article><table><tr id='x'><td>1</td></tr><tr id='y'><td>2</td></tr></table></article>"
    (change,) = changes_of(row, row.replace("2", "3"))
    assert (change.what, change.id, change.before, change.after) == ("đổi", "y", "2", "3")
    (change,) = changes_of(row, row.replace("<tr id='y'><td>2</td></tr>", ""))
    assert (change.what, change.id) == ("bớt", "y")


def test_what_is_no_part_of_the_paper_is_no_change(tmp_path):
    """The day of a page's last change stands on screen alone; the print set repeats the other pages."""
    page = "<head><title>Đại biểu - Hồ sơ</title></head><article><p id='a'>{}</p><aside class='x tool'>ngày {}</aside></article>"
    for name, said in {"old": ("một", 1), "new": ("một", 2), "newer": ("hai", 3)}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "dai-bieu.html").write_text(page.format(*said))
        shown = f'<article><div class="print-set"><p id="b">{said[0]}</p></div></article>'
        (tmp_path / name / "bo-in.html").write_text(shown)
    assert compare(tmp_path / "old", tmp_path / "new") == []
    (changed,) = compare(tmp_path / "old", tmp_path / "newer")
    assert (changed.title, [one.id for one in changed.changes]) == ("Đại biểu", ["a"])
