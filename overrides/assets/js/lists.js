/* Lists that can be filtered, sorted and taken away. Without scripts the whole table stands.
 *
 * A table with data-list has its tools in the element before it (templates/parts.html). Records
 * are its rows, or its bodies.together where one record takes several rows. The choice is kept in
 * the address: NAME.loc (words), NAME.nhom (group), NAME.xep (column, with - for descending). Which
 * columns there are, the heads declare (templates/table.html): data-column its key, data-group, data-part,
 * data-no-csv; a cell names the head of its own (data-name).
 */
(() => {
  "use strict";

  const BOM = "\uFEFF";
  const EXTRAS = ".edit, .live-mark, .lead-in";

  /* What a cell says by itself, without the link to its data; counts as programs read them. */
  function words(cell) {
    const count = cell.matches(".count") && cell.querySelector("data");
    if (count) return count.value;
    let told = cell;
    if (cell.querySelector(EXTRAS)) {
      told = cell.cloneNode(true);
      for (const extra of told.querySelectorAll(EXTRAS)) extra.remove();
    }
    return told.textContent.replace(/\s+/g, " ").trim();
  }

  /* A spreadsheet must not take a name for a formula. */
  function csvCell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  }

  /* The rows of a record, each a Map of column → words; cells that span rows are repeated in each. */
  function grid(rows, keys) {
    const lines = rows.map(() => new Map());
    rows.forEach((row, index) => {
      for (const cell of row.cells)
        for (let down = 0; down < cell.rowSpan; down++)
          lines[index + down]?.set(keys.get(cell.dataset.name), words(cell));
    });
    return lines;
  }

  /* Browsers let pages of some intranets, those without https, copy in the old way only. */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = document.createElement("textarea");
      box.value = text;
      document.body.append(box);
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
  }

  class List {
    constructor(table) {
      this.table = table;
      this.name = table.dataset.list;
      this.tools = table.closest(".scroll").previousElementSibling;
      this.columns = [...table.tHead.rows[0].cells].map((head) => ({
        head,
        key: head.dataset.column,
        title: words(head),
        isCount: head.matches(".count"),
        isPerson: head.matches(".person"),
        isGroup: "group" in head.dataset,
        part: head.dataset.part,
        inCsv: !("noCsv" in head.dataset),
      }));
      this.keys = new Map(this.columns.map(({ title, key }) => [title, key]));
      this.groupColumn = this.columns.find(({ isGroup }) => isGroup)?.key;
      const bodies = [...table.tBodies];
      const elements = bodies[0].matches(".together") ? bodies : [...bodies[0].rows];
      this.records = elements.map((element) => {
        const lines = this.linesOf(element.rows ? [...element.rows] : [element]);
        const text = lines.flatMap((line) => [...line.values()]).join(" ");
        return { element, lines, text };
      });
      this.parent = elements[0].parentElement;
      this.end = elements.at(-1).nextSibling;
      this.filter = this.tools.querySelector(".list-filter");
      this.group = this.tools.querySelector(".list-group");
      this.orders = this.tools.querySelector(".list-order select");
      this.order = ""; // "": as printed; KEY: by that column; -KEY: descending
      this.placed = ""; // the order in which the rows stand
      this.prepare();
      this.restore();
      this.update();
    }

    /* The rows of a record as lines that stand alone. A row of a part says what it belongs to;
     * what it says in place of its whole (data-part) follows in columns of its own, so that no sum
     * takes it twice. */
    linesOf(rows) {
      const lines = grid(rows, this.keys);
      return lines.map((line, index) => {
        const isPart = rows[index].matches(".part");
        const full = new Map();
        for (const { key, part, isCount } of this.columns) {
          const own = line.get(key) ?? "";
          const ofWhole = part ? (isCount ? "" : lines[0].get(key)) : own || lines[0].get(key);
          full.set(key, isPart ? ofWhole : own);
          if (part) full.set(`${key}.part`, isPart ? own : "");
        }
        return full;
      });
    }

    prepare() {
      if (this.group) this.fillGroups();
      this.fillOrders();
      this.whole = document.createElement("span");
      this.whole.className = "list-whole";
      this.whole.append(...this.table.caption.childNodes);
      this.extract = document.createElement("span");
      this.extract.className = "list-extract";
      this.table.caption.append(this.whole, this.extract);
      this.buttons = this.columns.map(({ head, key }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sort";
        button.addEventListener("click", () => this.sortBy(key));
        return { head, button };
      });
      this.putButtons();
      /* On paper a head is its words: a tagged PDF would make a form field of the button, and the heads
       * that Chromium repeats leave buttons out. */
      window.addEventListener("beforeprint", () => this.takeButtons());
      window.addEventListener("afterprint", () => this.putButtons());
      this.filter.addEventListener("input", () => this.update(true));
      this.group?.addEventListener("change", () => this.update(true));
      this.orders.addEventListener("change", () => this.sortAs(this.orders.value));
      this.all = this.tools.querySelector(".list-all");
      this.all.addEventListener("click", () => {
        this.showAll();
        this.filter.focus();
      });
      this.table.addEventListener("click", ({ target }) => this.copyLink(target));
      this.tools.querySelector(".list-csv").addEventListener("click", () => this.download());
    }

    putButtons() {
      for (const { head, button } of this.buttons) {
        if (button.isConnected) continue;
        button.append(...head.childNodes);
        head.append(button);
      }
    }

    takeButtons() {
      for (const { button } of this.buttons) button.replaceWith(...button.childNodes);
    }

    groupsOf(record) {
      const cells = record.lines.map((line) => line.get(this.groupColumn) ?? "");
      return cells.flatMap((cell) => cell.split("; ")).filter(Boolean);
    }

    fillGroups() {
      const groups = new Set(this.records.flatMap((record) => this.groupsOf(record)));
      for (const group of groups) this.group.append(new Option(group));
    }

    /* The orders to choose from where the heads are hidden or out of sight, as on a phone. */
    fillOrders() {
      for (const { key, title } of this.columns) {
        this.orders.append(new Option(title, key));
        this.orders.append(new Option(`${title}, ngược lại`, `-${key}`));
      }
    }

    /* First click ascending, second descending, third the order of the papers. */
    sortBy(key) {
      this.sortAs(this.order === key ? `-${key}` : this.order === `-${key}` ? "" : key);
    }

    sortAs(order) {
      this.order = order;
      this.update(true);
    }

    shown() {
      const fits = vietnamese.matcher(this.filter.value);
      const group = this.group?.value;
      return this.records.filter(
        (record) => fits(record.text) && (!group || this.groupsOf(record).includes(group)),
      );
    }

    sorted() {
      if (!this.order) return this.records;
      const descends = this.order.startsWith("-");
      const column = this.columns.find(({ key }) => key === this.order.slice(descends ? 1 : 0));
      const keyOf = column.isPerson ? vietnamese.personKey : vietnamese.sortKey;
      const keyed = this.records.map((record) => ({
        record,
        key: keyOf(record.lines[0].get(column.key)),
      }));
      const sign = descends ? -1 : 1;
      return keyed
        .sort((a, b) => sign * vietnamese.compare(a.key, b.key))
        .map(({ record }) => record);
    }

    update(remember = false) {
      const shown = new Set(this.shown());
      for (const record of this.records) record.element.hidden = !shown.has(record);
      if (this.order !== this.placed) {
        for (const { element } of this.sorted()) this.parent.insertBefore(element, this.end);
        this.placed = this.order;
      }
      for (const { head, key } of this.columns) {
        if (this.order === key) head.setAttribute("aria-sort", "ascending");
        else if (this.order === `-${key}`) head.setAttribute("aria-sort", "descending");
        else head.removeAttribute("aria-sort");
      }
      this.orders.value = this.order;
      this.tell(shown.size);
      if (remember) this.keep();
    }

    /* How much of the list is shown. Foot and caption speak of the whole list: when only some records
     * are shown the foot goes, and on paper another caption says that it is an extract, and of what. */
    tell(shown) {
      const count = this.tools.querySelector(".list-count");
      const { noun } = count.dataset;
      const all = this.records.length;
      const whole = shown === all;
      if (whole) count.textContent = `Hiện đủ ${all} ${noun}`;
      else if (shown) count.textContent = `Hiện ${shown} trong ${all} ${noun}`;
      else count.textContent = `Không có ${noun} nào khớp`;
      this.all.hidden = whole;
      const name = this.table.closest(".scroll").ariaLabel;
      const told = `${name} (trích): ${shown} trong ${all} ${noun}; ${this.filters().join(", ")}`;
      this.extract.textContent = whole ? "" : told;
      if (this.table.tFoot) this.table.tFoot.hidden = !whole;
    }

    /* What the records shown have in common, in words. */
    filters() {
      const typed = this.filter.value.trim();
      const group = this.group?.value;
      const title = this.columns.find(({ isGroup }) => isGroup)?.title.toLowerCase();
      return [typed && `có chữ «${typed}»`, group && `${title}: ${group}`].filter(Boolean);
    }

    showAll() {
      this.filter.value = "";
      if (this.group) this.group.value = "";
      this.update(true);
    }

    /* A row that a link leads to is shown, whatever the filter says. */
    reveal(row) {
      const record = this.records.find(({ element }) => element.contains(row));
      if (!record) return;
      if (record.element.hidden) this.showAll();
      row.scrollIntoView();
    }

    /* The number of a row is a link to it: a click also copies it, without the filter in the address. */
    async copyLink(target) {
      const link = target.closest(".row-link");
      if (!link) return;
      const address = new URL(link.hash, location.href.replace(/[?#].*/, "")).href;
      const said = await copied(address);
      this.table.querySelector(".row-link[data-said]")?.removeAttribute("data-said");
      link.dataset.said = said ? "đã chép" : "xem ô địa chỉ";
      this.tools.querySelector(".list-hint").textContent = said
        ? `Đã chép liên kết tới dòng ${link.textContent}.`
        : `Liên kết tới dòng ${link.textContent} ở ô địa chỉ của trình duyệt.`;
    }

    keep() {
      const address = new URL(location.href);
      const choice = { loc: this.filter.value, nhom: this.group?.value, xep: this.order };
      for (const [key, value] of Object.entries(choice))
        if (value) address.searchParams.set(`${this.name}.${key}`, value);
        else address.searchParams.delete(`${this.name}.${key}`);
      history.replaceState(history.state, "", address);
    }

    restore() {
      const kept = new URLSearchParams(location.search);
      const choice = (key) => kept.get(`${this.name}.${key}`) ?? "";
      this.filter.value = choice("loc");
      if (this.group) {
        this.group.value = choice("nhom");
        if (this.group.selectedIndex < 0) this.group.value = "";
      }
      this.orders.value = choice("xep");
      this.order = this.orders.value; // "" for a column that is none
    }

    csv() {
      const shown = new Set(this.shown());
      const rows = this.sorted().filter((record) => shown.has(record));
      const held = this.columns.filter(({ inCsv }) => inCsv);
      const parts = held.filter(({ part }) => part);
      const keys = [...held.map(({ key }) => key), ...parts.map(({ key }) => `${key}.part`)];
      const heads = [...held.map(({ title }) => title), ...parts.map(({ part }) => part)];
      const told = rows.flatMap((record) => record.lines);
      const lines = [heads, ...told.map((line) => keys.map((key) => line.get(key)))];
      return BOM + lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
    }

    download() {
      const file = new Blob([this.csv()], { type: "text/csv;charset=utf-8" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = `${this.name}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }
  }

  const lists = Array.from(document.querySelectorAll("table[data-list]"), (table) => new List(table));

  /* What stands before a long list is folded away on a phone (screen.css). */
  function unfold(button, on) {
    button.closest(".sheet").classList.toggle("unfolded", on);
    button.setAttribute("aria-expanded", String(on));
  }

  const unfolder = document.querySelector(".sheet .unfold");
  unfolder?.addEventListener("click", () =>
    unfold(unfolder, unfolder.getAttribute("aria-expanded") === "false"),
  );

  function reveal() {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (unfolder && row?.closest(".folds")) unfold(unfolder, true);
    if (row) for (const list of lists) list.reveal(row);
  }

  reveal();
  addEventListener("hashchange", reveal);
})();
