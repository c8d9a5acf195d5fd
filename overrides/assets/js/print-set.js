/* The print set: which papers, how many copies, about how many sheets. The form stands in the page
   (templates/blocks/print_set_form.html). Without this script it is hidden and all the papers are
   printed once. */
(function () {
  "use strict";

  var set = document.querySelector(".print-set");
  var view = document.querySelector(".set-form");
  if (!set || !view) {
    return;
  }

  var KEY = "print-set";
  var MM = 96 / 25.4;
  var papers = window.papers;
  var choice = saved();
  var rows = Array.from(view.querySelectorAll("tr[data-page]"), row);

  /* What was chosen last time on this machine: page name → copies, 0 for not chosen. */
  function saved() {
    try {
      var value = JSON.parse(papers.recall(KEY));
      return value && typeof value === "object" ? value : {};
    } catch (error) {
      return {};
    }
  }

  /* What was chosen last time; before that, what the front matter of the page offers. */
  function copiesOf(name, offered) {
    var copies = name in choice ? Number(choice[name]) : offered;
    return Number.isInteger(copies) && copies >= 0 && copies <= 999 ? copies : offered;
  }

  /* Pages that a paper fills, measured in a frame of its own: were the print rules put to use in
     the page itself, even for a moment within one task, browsers would see all of it move. Then
     boxes that may not be cut are laid on pages one after another. */
  function countSheets(done) {
    var frame = papers.element("iframe", "counting");
    frame.title = "Đếm số tờ";
    frame.setAttribute("aria-hidden", "true");
    frame.tabIndex = -1;
    view.append(frame);
    var inside = frame.contentDocument;
    var root = document.documentElement.cloneNode(false);
    var links = Array.from(document.querySelectorAll("link[rel=stylesheet]"), function (link) {
      var copy = papers.element("link", "");
      copy.rel = "stylesheet";
      copy.href = link.href;
      return copy;
    });
    var copies = set.cloneNode(true);
    copies.querySelector(".set-form").remove();
    copies.querySelectorAll("[hidden]").forEach(function (section) {
      section.hidden = false;
    });
    var outer = copies;
    for (var box = set.parentElement; box !== document.documentElement; box = box.parentElement) {
      var around = box.cloneNode(false);
      around.append(outer);
      outer = around;
    }
    root.append(papers.element("head", ""), outer);
    var missing = links.length;
    links.forEach(function (link) {
      ["load", "error"].forEach(function (end) {
        link.addEventListener(end, function () {
          missing -= 1;
          if (!missing) {
            rows.forEach(function (item) {
              item.sheets = pagesOf(copies.querySelector('[data-page="' + item.name + '"]'));
            });
            frame.remove();
            done();
          }
        });
      });
      root.firstChild.append(link);
    });
    inside.replaceChild(inside.adoptNode(root), inside.documentElement);
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
    var whole =
      "tr, caption, h1, h2, h3, .document-head, .document-title, .banner, .document-foot, " +
      ".prepared-and-checked";
    section.querySelectorAll(whole + ", p, li").forEach(function (node) {
      var outer = node.parentElement.closest(whole);
      if (!node.getClientRects().length || (outer && section.contains(outer))) {
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

  function row(line) {
    var name = line.dataset.page;
    var tick = line.querySelector("[type=checkbox]");
    var number = line.querySelector("[type=number]");
    var copies = copiesOf(name, tick.defaultChecked ? Number(number.defaultValue) : 0);
    var item = {
      name: name,
      section: set.querySelector('.sheet[data-page="' + name + '"]'),
      tick: tick,
      copies: number,
      shown: line.querySelector(".sheets"),
      sum: line.querySelector(".sum"),
      sheets: 0,
    };
    item.tick.checked = copies > 0;
    item.copies.value = copies || number.defaultValue;
    return item;
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
      choice[item.name] = copies;
      item.copies.disabled = !copies;
      item.section.hidden = !copies;
      item.shown.textContent = item.sheets;
      item.sum.textContent = copies * item.sheets;
      total += copies * item.sheets;
      if (copies) {
        runs.set(copies, (runs.get(copies) || []).concat(item));
      }
    });
    view.querySelector(".total").textContent = "khoảng " + total + " tờ";
    papers.remember(KEY, JSON.stringify(choice));
    var buttons = view.querySelector(".buttons");
    buttons.replaceChildren();
    runs.forEach(function (items, copies) {
      var what = runs.size > 1 ? "In " + items.length + " văn bản" : "In bộ đã chọn";
      var how = copies > 1 ? " (trong hộp thoại in đặt số bản là " + copies + ")" : "";
      buttons.append(
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

  countSheets(function () {
    update();
    view.addEventListener("input", update);
  });
})();
