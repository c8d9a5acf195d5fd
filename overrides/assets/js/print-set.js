/* The print set: how many sets, which papers, what they take in sheets. The form stands in the page
 * (templates/blocks/print_set_form.html). Without this script it is hidden and all papers are
 * printed once.
 *
 * A paper is printed as often as there are sets, or as often as its own box says; 0 is none. What
 * a reader chose is kept on this machine; what nobody touched is as the pages offer it.
 */
(() => {
  "use strict";

  const set = document.querySelector(".print-set");
  const form = document.querySelector(".set-form");
  if (!set || !form) return;

  const { papers } = window;
  const KEY = `print-choice ${new URL(".", location.href).pathname}`;
  const MM = 96 / 25.4;
  const inputs = [...form.querySelectorAll("input")];
  const [sets, twoSided] = [form.querySelector(".sets"), form.querySelector(".two-sided")];
  const sheetOf = (name) => set.querySelector(`:scope > .sheet[data-page="${name}"]`);
  const rows = Array.from(form.querySelectorAll("tr[data-page]"), (line) => ({
    name: line.dataset.page,
    title: line.querySelector("label").textContent,
    section: sheetOf(line.dataset.page),
    tick: line.querySelector("[type=checkbox]"),
    own: line.querySelector("[type=number]"),
    shown: line.querySelector(".sheets"),
    sum: line.querySelector(".sum"),
    pages: null, // not counted yet
  }));
  const cover = rows.find(({ section }) => section.dataset.paper === "cover");

  /* What a box for a number says; "" where nothing is typed, or nothing that is a number. */
  function typed(box) {
    const number = Math.floor(Number(box.value));
    return box.value.trim() === "" || Number.isNaN(number) ? "" : Math.min(Math.max(number, 0), 999);
  }

  const numberOfSets = () => (typed(sets) === "" ? 1 : typed(sets));
  const copiesOf = ({ tick, own }) =>
    !tick.checked ? 0 : typed(own) === "" ? numberOfSets() : typed(own);
  const leaves = ({ pages }) => (twoSided.checked ? Math.ceil(pages / 2) : pages);

  const nameOf = (input) => input.id || input.closest("tr")?.dataset.page || input.className;

  /* Kept are the boxes alone, by their names: what is stored by others, or of papers gone, is passed over. */
  function remember() {
    const kept = inputs.map((input) => [
      nameOf(input),
      input.type === "checkbox" ? input.checked : input.value,
    ]);
    papers.remember(KEY, JSON.stringify(Object.fromEntries(kept)));
  }

  function recall() {
    let kept;
    try {
      kept = JSON.parse(papers.recall(KEY)) ?? {};
    } catch {
      return;
    }
    for (const input of inputs) {
      const value = kept[nameOf(input)];
      if (input.type === "checkbox" && typeof value === "boolean") input.checked = value;
      else if (input.type === "number" && /^\d{0,3}$/.test(value)) input.value = value;
    }
  }

  function update() {
    const chosen = rows.filter((row) => copiesOf(row));
    const sheets = rows.map((row) => copiesOf(row) * leaves(row));
    rows.forEach((row, index) => {
      row.own.placeholder = numberOfSets();
      row.shown.textContent = row.pages === null ? "…" : leaves(row);
      row.sum.textContent = row.pages === null ? "…" : sheets[index];
    });
    const counted = rows.every(({ pages }) => pages !== null);
    const total = sheets.reduce((sum, count) => sum + count, 0);
    form.querySelector(".total").textContent = counted ? `khoảng ${total} tờ` : "…";
    show(chosen);
    offer(chosen);
  }

  /* What stands on the page is what would be printed; the cover lists the papers it lies on. */
  function show(chosen) {
    for (const row of rows) {
      row.section.hidden = !chosen.includes(row);
      row.section.classList.toggle("ends-in-front", twoSided.checked && row.pages % 2 === 1);
    }
    for (const line of cover.section.querySelectorAll("[data-page]"))
      line.hidden = !chosen.some(({ name }) => name === line.dataset.page);
    set.querySelector(".nothing-chosen").hidden = chosen.length > 0;
  }

  /* The browser asks for copies once per print run: papers with equal copies go together. */
  function offer(chosen) {
    const runs = new Map();
    for (const row of chosen) runs.set(copiesOf(row), [...(runs.get(copiesOf(row)) ?? []), row]);
    const buttons = [...runs].map(([copies, run]) => {
      const names = run.map(({ title }) => title).join(", ");
      const how = copies > 1 ? ` (trong hộp thoại in, đặt số bản là ${copies})` : "";
      return papers.button(`In ${names}${how}`, () => print(run));
    });
    form.querySelector(".buttons").replaceChildren(...buttons);
  }

  function print(run) {
    show(run);
    window.addEventListener("afterprint", update, { once: true });
    papers.print(update);
  }

  /* Pages that a paper fills, measured in a frame of its own: were the print rules put to use in
   * the page itself, even for a moment within one task, browsers would see all of it move. */
  async function countPages() {
    const frame = papers.element("iframe", "counting");
    frame.title = "Đếm số tờ";
    frame.setAttribute("aria-hidden", "true");
    frame.tabIndex = -1;
    const isThere = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    form.append(frame);
    await isThere; // Firefox puts another empty document into it first
    const copies = set.cloneNode(true);
    copies.querySelector(".set-form").remove();
    for (const section of copies.querySelectorAll("[hidden]")) section.hidden = false;
    let outer = copies;
    for (let box = set.parentElement; box !== document.documentElement; box = box.parentElement) {
      const around = box.cloneNode(false);
      around.append(outer);
      outer = around;
    }
    const head = document.createElement("head");
    const links = Array.from(document.querySelectorAll("link[rel=stylesheet]"), ({ href }) =>
      Object.assign(document.createElement("link"), { rel: "stylesheet", href }),
    );
    const loaded = links.map(
      (link) =>
        new Promise((done) => {
          link.addEventListener("load", done);
          link.addEventListener("error", done);
        }),
    );
    head.append(...links);
    const root = document.documentElement.cloneNode(false);
    root.append(head, outer);
    const inside = frame.contentDocument;
    inside.replaceChild(inside.adoptNode(root), inside.documentElement);
    await Promise.all(loaded);
    for (const row of rows)
      row.pages = pagesOf(copies.querySelector(`:scope > [data-page="${row.name}"]`));
    frame.remove();
  }

  /* Columns as wide and as high as the text of a page: browsers break them as they break pages. */
  function pagesOf(section) {
    const lies = section.matches(".landscape, [data-paper=banner]");
    const width = section.getBoundingClientRect().width;
    const gap = 40;
    Object.assign(section.style, {
      boxSizing: "border-box",
      columnFill: "auto",
      columnGap: `${gap}px`,
      columnWidth: `${width}px`,
      height: `${(lies ? 170 : 257) * MM}px`,
      overflow: "hidden",
    });
    return Math.max(1, Math.round((section.scrollWidth + gap) / (width + gap)));
  }

  /* A number typed says that the paper is wanted, 0 that it is not; a tick takes a 0 away. */
  form.addEventListener("input", ({ target }) => {
    const row = rows.find(({ tick, own }) => target === tick || target === own);
    if (row && target === row.own && target.value !== "") row.tick.checked = typed(row.own) > 0;
    if (row && target === row.tick && row.tick.checked && typed(row.own) === 0) row.own.value = "";
    update();
    remember();
  });
  form.querySelector(".set-reset").addEventListener("click", () => {
    for (const input of inputs) {
      input.checked = input.defaultChecked;
      if (input.type === "number") input.value = input.defaultValue;
    }
    update();
    papers.remember(KEY, "{}");
  });

  recall();
  update();
  countPages().then(update);
})();
