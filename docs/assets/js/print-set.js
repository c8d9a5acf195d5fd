/* The print set: which papers, how many copies, about how many sheets. Without this script all the
   papers stand on the page and are printed once. */
(function () {
  "use strict";

  var set = document.querySelector(".print-set");
  if (!set) {
    return;
  }

  var KEY = "print-set";
  var MM = 96 / 25.4;
  var papers = window.papers;
  var element = papers.element;
  var sections = Array.from(set.querySelectorAll(":scope > .sheet"));
  var choice = saved();
  var rows = [];

  /* What was chosen last time on this machine: page name → copies, 0 for not chosen. */
  function saved() {
    try {
      var value = JSON.parse(papers.recall(KEY));
      return value && typeof value === "object" ? value : {};
    } catch (error) {
      return {};
    }
  }

  function copiesOf(name) {
    var copies = Number(choice[name]);
    return Number.isInteger(copies) && copies >= 0 && copies <= 999 ? copies : 1;
  }

  /* Pages that a paper fills. The print rules are put to use for a moment, within one task, so that
     nothing of it is seen; then boxes that may not be cut are laid on pages one after another. */
  function countSheets() {
    var link = document.querySelector("link.paper-rules");
    var hidden = sections.map(function (section) {
      return section.hidden;
    });
    link.media = "all";
    sections.forEach(function (section) {
      section.hidden = false;
    });
    var counts = sections.map(pagesOf);
    sections.forEach(function (section, index) {
      section.hidden = hidden[index];
    });
    link.media = "print";
    return counts;
  }

  function pagesOf(section) {
    var height = (section.getBoundingClientRect().width > 200 * MM ? 170 : 257) * MM;
    var pages = 1;
    var top = section.getBoundingClientRect().top;
    boxes(section).forEach(function (box) {
      if (box.bottom - top > height + 1) {
        pages += 1;
        top = box.top - box.head;
      }
    });
    return pages;
  }

  /* Rows, headings and the foot whole; paragraphs line by line. */
  function boxes(section) {
    var found = [];
    var whole = "tr, caption, h1, h2, h3, .document-head, .document-title, .banner, .document-foot";
    section.querySelectorAll(whole + ", p, li").forEach(function (node) {
      var outer = node.parentElement.closest(whole);
      if (outer && section.contains(outer)) {
        return;
      }
      var table = node.matches("tbody tr, tfoot tr") ? node.closest("table") : null;
      var head = table && table.tHead ? table.tHead.getBoundingClientRect().height : 0;
      var parts = [node.getBoundingClientRect()];
      if (!node.matches(whole)) {
        parts = lines(parts[0]);
      }
      parts.forEach(function (part) {
        found.push({ top: part.top, bottom: part.bottom, head: head });
      });
    });
    return found.sort(function (a, b) {
      return a.bottom - b.bottom;
    });
  }

  /* A paragraph as lines of 18 pt. */
  function lines(box) {
    var pitch = 24;
    var count = Math.max(1, Math.round(box.height / pitch));
    return Array.from({ length: count }, function (_, index) {
      return { top: box.top + index * pitch, bottom: box.top + (index + 1) * pitch };
    });
  }

  function cell(content, className) {
    var made = element("td", className || "");
    made.append(content);
    return made;
  }

  function form() {
    var made = element("form", "set-form tool");
    var table = element("table", "list");
    var head = table.createTHead().insertRow();
    ["In", "Văn bản", "Số bản", "Số tờ mỗi bản", "Cộng số tờ"].forEach(function (title, index) {
      var th = element("th", index > 1 ? "count" : "", title);
      th.scope = "col";
      head.append(th);
    });
    table.prepend(
      element("caption", "", "Chọn văn bản và số bản (số tờ in một mặt, khoảng chừng)"),
    );
    var body = table.createTBody();
    sections.forEach(function (section, index) {
      body.append(row(section, index));
    });
    made.total = cell("", "count");
    var foot = table.createTFoot().insertRow();
    var label = element("th", "", "Tất cả");
    label.scope = "row";
    label.colSpan = 4;
    foot.append(label, made.total);
    made.buttons = element("div", "buttons");
    made.append(table, made.buttons);
    made.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    made.addEventListener("input", update);
    return made;
  }

  function row(section, index) {
    var name = section.dataset.page;
    var made = element("tr", "");
    var tick = element("input", "");
    tick.type = "checkbox";
    tick.id = "in-" + name;
    tick.checked = copiesOf(name) > 0;
    var label = element("label", "", section.dataset.title);
    label.htmlFor = tick.id;
    var title = element("th", "");
    title.scope = "row";
    title.append(label);
    var copies = element("input", "");
    copies.type = "number";
    copies.min = 1;
    copies.max = 999;
    copies.value = copiesOf(name) || 1;
    copies.setAttribute("aria-label", "Số bản: " + section.dataset.title);
    var sum = cell("", "count");
    made.append(cell(tick), title, cell(copies, "count"), cell(String(sheets[index]), "count"), sum);
    rows.push({ section: section, tick: tick, copies: copies, sum: sum, sheets: sheets[index] });
    return made;
  }

  function chosen(item) {
    var copies = Math.floor(Number(item.copies.value));
    return item.tick.checked ? Math.min(Math.max(copies || 1, 1), 999) : 0;
  }

  /* The browser asks for copies once per print run: papers with equal copies go together. */
  function update() {
    var total = 0;
    var runs = new Map();
    choice = {};
    rows.forEach(function (item) {
      var copies = chosen(item);
      choice[item.section.dataset.page] = copies;
      item.copies.disabled = !copies;
      item.section.hidden = !copies;
      item.sum.textContent = String(copies * item.sheets);
      total += copies * item.sheets;
      if (copies) {
        runs.set(copies, (runs.get(copies) || []).concat(item));
      }
    });
    view.total.textContent = "khoảng " + total + " tờ";
    papers.remember(KEY, JSON.stringify(choice));
    view.buttons.replaceChildren();
    runs.forEach(function (items, copies) {
      var what = runs.size > 1 ? "In " + items.length + " văn bản" : "In bộ đã chọn";
      var how = copies > 1 ? " (trong hộp thoại in đặt số bản là " + copies + ")" : "";
      view.buttons.append(
        papers.button(what + how, function () {
          printOnly(items);
        }),
      );
    });
  }

  function printOnly(items) {
    rows.forEach(function (item) {
      item.section.hidden = items.indexOf(item) < 0;
    });
    window.addEventListener("afterprint", update, { once: true });
    papers.print(update);
  }

  var sheets;
  var view;

  function start() {
    sheets = countSheets();
    view = form();
    set.querySelector("h1").after(view);
    papers.tools().remove();
    update();
  }

  papers.whenRulesAreThere(start);
})();
