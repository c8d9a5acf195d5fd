/* Where a number comes from: a click on it shows its card; the switch «Xem nguồn số liệu» marks every
   number of the page by what it rests on, says how many there are of each, and makes them tab stops.
   All is made from the site's figures.js (conference/figures_file.py says what stands there), a script, since a
   page opened from a file may fetch nothing else. This file comes when it is first asked for (figures.js beside
   it); nothing is lost without it: the reconciliation page says the same. */
"use strict";

(() => {
  const VERSION = 1;
  const FACTS = "article :is(data.figure, [data-fact])";
  const MARKS = { bound: "lấy từ dữ liệu", cited: "dẫn văn bản", named: "trong tên riêng", exempt: "ngoại lệ" };
  const address = document.currentScript.dataset.answers;
  const page = document.querySelector("[data-page]")?.dataset.page;

  /* --- The data ------------------------------------------------------------ */

  let fetched = null;

  /* All facts by name, and the pages; fails where the file is missing or of another version. */
  function facts() {
    fetched ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => {
        const site = window.figures;
        if (site?.version !== VERSION) return failed(new Error("version"));
        const all = [...site.figures, ...site.said];
        site.byName = new Map(all.map((fact) => [fact.name, fact]));
        done(site);
      });
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    fetched.catch(() => (fetched = null)); // the file may be there the next time
    return fetched;
  }

  const nameOf = (element) => element.dataset.figure ?? element.dataset.fact;
  const shown = (fact) => fact.shown?.table ?? fact.forms.prose;
  const elementsOf = (name) => [...document.querySelectorAll(FACTS)].filter((one) => nameOf(one) === name);

  /* --- Small helpers ------------------------------------------------------- */

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const button = (words, onclick, attributes = {}) =>
    make("button", { type: "button", onclick, ...attributes }, words);

  /* --- The card ------------------------------------------------------------ */

  const card = make("div", {
    class: "md-typeset figure-card",
    popover: "auto",
    role: "dialog",
    "aria-label": "Con số này từ đâu ra",
    tabindex: "-1",
  });
  document.body.append(card);
  let opener = null;

  /* Every place that shows a fact, in the order of the navigation: its page, and which of the page's. */
  const placesOf = (fact) =>
    fact.places.flatMap(({ page, times }) => Array.from({ length: times }, (_, at) => ({ page, at })));

  const linkTo = (fact, { page, at }) => `${page}.html#so=${encodeURIComponent(fact.name)}&cho=${at + 1}`;

  function go(fact, spot) {
    if (spot.page === page) show(fact.name, elementsOf(fact.name)[spot.at]);
    else location.href = linkTo(fact, spot);
  }

  /* «2 trong 5», and the ways to the one before and behind; jumps from the last to the first. */
  function pager(fact, element) {
    const places = placesOf(fact);
    const here = elementsOf(fact.name).indexOf(element);
    const at = places.findIndex((spot) => spot.page === page && spot.at === here);
    const step = (by) => go(fact, places[(at + by + places.length) % places.length]);
    const link = at < 0 ? "" : make("a", { href: linkTo(fact, places[at]) }, "Liên kết tới chỗ này");
    if (places.length < 2 || at < 0) return make("p", {}, link);
    return make(
      "p",
      { class: "figure-card-pager" },
      button("‹ Trước", () => step(-1)),
      make("span", {}, `${at + 1} trong ${places.length} chỗ`),
      button("Sau ›", () => step(1)),
      link,
    );
  }

  /* A line of the data; a link to it when the site knows where data is edited. */
  function lineOf(site, line) {
    const [file, number] = line.split(/:(?=\d+$)/);
    const code = make("code", {}, line);
    const href = site.edit_data.replace("{path}", file).replace("{line}", number);
    return make("div", {}, href ? make("a", { href }, code) : code);
  }

  /* What a sum adds up, each with its own card. */
  function sum(site, fact, open) {
    const rows = fact.parts.map((name) => site.byName.get(name));
    const row = (part) =>
      make("tr", {}, make("th", { scope: "row" }, open(part)), make("td", {}, shown(part)));
    return make(
      "table",
      {},
      make("tbody", {}, ...rows.map(row)),
      make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, "Cộng"), make("td", {}, shown(fact)))),
    );
  }

  function content(site, fact, element) {
    const open = (other) => button(other.title, () => show(other.name, element), { class: "figure-card-part" });
    const totals = site.figures.filter((figure) => figure.parts.includes(fact.name));
    const pages = new Map(site.pages.map(({ page, title }) => [page, title]));
    const rows = [];
    const say = (title, ...words) => words.length && rows.push(make("dt", {}, title), make("dd", {}, ...words));
    if (fact.nouns?.length) say("Đếm", fact.nouns[0]);
    if (fact.parts?.length) say("Cách tính", sum(site, fact, open));
    else if (fact.formula) say("Cách tính", fact.formula);
    say("Vào tổng", ...totals.map(open));
    if (site.data.day) say("Dữ liệu", `ngày ${site.data.day.split("-").reverse().map(Number).join("/")}`);
    if (fact.lines) say("Dòng dữ liệu", ...fact.lines.slice(0, 4).map((line) => lineOf(site, line)));
    const links = fact.places.map(({ page, times }) =>
      make("a", { href: linkTo(fact, { page, at: 0 }) }, `${pages.get(page)}${times > 1 ? ` (${times} chỗ)` : ""}`),
    );
    say("Trang có số này", ...links.flatMap((link, at) => (at ? [", ", link] : [link])));
    const all = site.reconciliation && fact.anchor;
    const reconciliation = all ? [make("a", { href: `${site.reconciliation}.html#${fact.anchor}` }, "Xem ở trang đối chiếu")] : [];
    return [
      button("×", () => card.hidePopover(), { class: "figure-card-close", "aria-label": "Đóng" }),
      make("p", { class: "figure-card-title" }, `${fact.title}: `, make("strong", {}, shown(fact))),
      make("dl", {}, ...rows),
      pager(fact, element),
      make("p", {}, ...reconciliation),
    ];
  }

  /* Below the number, or above it when there is no room; always inside the window. */
  function place(box) {
    const { offsetWidth: width, offsetHeight: height } = card;
    const below = box.bottom + 8 + height < window.innerHeight;
    card.style.top = `${Math.max(8, below ? box.bottom + 8 : box.top - height - 8)}px`;
    card.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`;
  }

  async function show(name, element) {
    if (!card.showPopover) return;
    let body;
    try {
      const site = await facts();
      const fact = site.byName.get(name);
      body = fact ? content(site, fact, element) : [make("p", {}, "Con số này không còn trong hồ sơ.")];
    } catch (problem) {
      body = [make("p", {}, problem.message === "version" ? "Trang này đã cũ; hãy tải lại." : "Chưa tải được nguồn số liệu.")];
    }
    for (const one of document.querySelectorAll(".figure-shown")) one.classList.remove("figure-shown");
    card.replaceChildren(...body);
    opener = element ?? null;
    card.showPopover();
    if (element) {
      element.classList.add("figure-shown");
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 80 || bottom > window.innerHeight - 80) element.scrollIntoView({ block: "center" });
    }
    place(element?.getBoundingClientRect() ?? new DOMRect(0, 80, 0, 0));
    card.focus({ preventScroll: true });
  }

  card.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    opener?.classList.remove("figure-shown");
    if (card.contains(document.activeElement)) opener?.focus({ preventScroll: true });
  });
  window.addEventListener("beforeprint", () => card.hidePopover?.());

  document.addEventListener("click", (event) => {
    const element = event.target.closest?.(FACTS);
    if (element && !event.target.closest("a, button")) show(nameOf(element), element);
  });

  /* A link to a place: page.html#so=awards.total&cho=2. */
  function follow() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const name = asked.get("so");
    if (name) show(name, elementsOf(name)[Number(asked.get("cho") ?? 1) - 1] ?? elementsOf(name)[0]);
  }
  window.addEventListener("hashchange", follow);
  if (location.hash.startsWith("#so=")) follow();

  /* --- The switch ---------------------------------------------------------- */

  const toggle = document.querySelector(".show-sources");
  const KEY = "xem-nguon-so-lieu";

  function remembered() {
    try {
      return sessionStorage.getItem(KEY) === "1";
    } catch {
      return false; // storage is switched off
    }
  }

  function remember(on) {
    try {
      sessionStorage.setItem(KEY, on ? "1" : "0");
    } catch {
      // it holds for this page
    }
  }

  /* The text of the article with the node each letter stands in. */
  function reading() {
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    return { text, nodes };
  }

  /* Wrap a number typed by hand, found by the words round it; what is parted by tags is left unmarked. */
  function wrap({ text: words, before, after, rests_on: what, reason }) {
    const { text, nodes } = reading();
    const found = [`${before}${words}${after}`, `${before}${words}`, `${words}${after}`].find((way) => text.includes(way));
    if (!found) return;
    const start = text.indexOf(found) + (found.startsWith(before) ? before.length : 0);
    const { node, start: first } = nodes.findLast((one) => one.start <= start);
    if (start - first + words.length > node.length || node.parentElement.closest(".by-hand")) return;
    const range = document.createRange();
    range.setStart(node, start - first);
    range.setEnd(node, start - first + words.length);
    range.surroundContents(make("span", { class: "by-hand", "data-rests-on": what, ...(reason && { title: reason }) }));
  }

  function legend(numbers) {
    const count = (what) => make("li", { "data-rests-on": what }, make("strong", {}, String(numbers[what])), ` ${MARKS[what]}`);
    const left = numbers.left_over ? `còn ${numbers.left_over} số chưa rõ nguồn` : "không còn số nào chưa rõ nguồn";
    return make("ul", { class: "sources-legend tool", role: "status" }, ...Object.keys(MARKS).map(count), make("li", {}, left));
  }

  async function mark(on) {
    document.documentElement.classList.toggle("sources-shown", on);
    toggle?.setAttribute("aria-pressed", String(on));
    document.querySelector(".sources-legend")?.remove();
    let site;
    try {
      site = on && (await facts());
    } catch {
      toggle?.setAttribute("aria-pressed", "false");
      return;
    }
    for (const element of document.querySelectorAll(FACTS)) {
      if (on) {
        const title = site.byName.get(nameOf(element))?.title;
        element.tabIndex = 0;
        element.setAttribute("role", "button");
        element.setAttribute("aria-haspopup", "dialog");
        if (title) element.setAttribute("aria-label", `${element.textContent}: ${title}`);
      } else for (const name of ["tabindex", "role", "aria-haspopup", "aria-label"]) element.removeAttribute(name);
    }
    const numbers = on && site.pages.find((one) => one.page === page);
    if (!numbers) return;
    if (!document.querySelector("article .by-hand")) numbers.typed.forEach(wrap);
    toggle?.closest(".tools").after(legend(numbers));
  }

  toggle?.addEventListener("click", () => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    remember(on);
    mark(on);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!event.target.matches?.(`${FACTS}[role="button"]`)) return;
    event.preventDefault();
    show(nameOf(event.target), event.target);
  });
  /* On paper a number is no button: a tagged PDF would make a form field of it. */
  let marked = false;
  window.addEventListener("beforeprint", () => {
    marked = toggle?.getAttribute("aria-pressed") === "true";
    if (marked) mark(false);
  });
  window.addEventListener("afterprint", () => marked && mark(true));
  if (toggle && remembered()) mark(true);
})();
