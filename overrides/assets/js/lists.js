/* Lists that can be filtered, sorted and taken away. Without scripts the whole table stands.
 *
 * A table with data-list has its tools in the element before it (templates/parts.html). Records
 * are its rows, or its bodies.together where one record takes several rows. The choice is kept in
 * the address: NAME.loc (words), NAME.nhom (group), NAME.xep (column, with - for descending).
 */
(() => {
  "use strict";

  const BOM = "\uFEFF";

  /* What a cell says by itself, without the link to its data; counts as programs read them. */
  function words(cell) {
    const count = cell.matches("td.count") && cell.querySelector("data");
    if (count) return count.value;
    const copy = cell.cloneNode(true);
    for (const extra of copy.querySelectorAll(".edit, .live-mark, .lead-in")) extra.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /* A spreadsheet must not take a name for a formula. */
  function csvCell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  }

  /* The rows of a record with cells that span rows repeated in each. */
  function grid(rows) {
    const lines = rows.map(() => []);
    rows.forEach((row, index) => {
      for (const cell of row.cells) {
        let column = 0;
        while (lines[index][column] !== undefined) column++;
        for (let down = 0; down < cell.rowSpan; down++)
          for (let right = 0; right < cell.colSpan; right++)
            if (lines[index + down])
              lines[index + down][column + right] = right ? "" : words(cell);
      }
    });
    return lines;
  }

  class List {
    constructor(table) {
      this.table = table;
      this.name = table.dataset.list;
      this.tools = table.closest(".scroll").previousElementSibling;
      this.heads = [...table.tHead.rows[0].cells];
      this.columns = this.heads.map(words);
      this.partColumns = this.heads.flatMap((head, index) => (head.dataset.part ? index : []));
      const bodies = [...table.tBodies];
      const elements = bodies[0].matches(".together") ? bodies : [...bodies[0].rows];
      this.records = elements.map((element) => {
        const lines = this.linesOf(element.rows ? [...element.rows] : [element]);
        return { element, lines, text: lines.flat().join(" ") };
      });
      this.parent = elements[0].parentElement;
      this.end = elements.at(-1).nextSibling;
      this.filter = this.tools.querySelector(".list-filter");
      this.group = this.tools.querySelector(".list-group");
      this.orders = this.tools.querySelector(".list-order select");
      this.groupColumn = this.heads.findIndex((head) => "group" in head.dataset);
      this.order = 0; // 0: as printed; n: by column n, from 1; -n: descending
      this.prepare();
      this.restore();
      this.update();
    }

    /* The rows of a record as lines that stand alone. A row of a part says what it belongs to;
     * what it says in place of its whole (data-part) follows in columns of its own, so that no sum
     * takes it twice. */
    linesOf(rows) {
      const lines = grid(rows);
      return lines.map((line, index) => {
        const isPart = rows[index].matches(".part");
        const own = this.partColumns.map((column) => (isPart ? line[column] : ""));
        const ofWhole = (cell, column) => {
          if (!this.partColumns.includes(column)) return cell || lines[0][column];
          return this.heads[column].matches(".count") ? "" : lines[0][column];
        };
        return [...(isPart ? line.map(ofWhole) : line), ...own];
      });
    }

    prepare() {
      if (this.group) this.fillGroups();
      this.fillOrders();
      this.extract = document.createElement("span");
      this.extract.className = "list-extract";
      this.table.caption.append(this.extract);
      this.heads.forEach((head, index) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sort";
        button.append(...head.childNodes);
        button.addEventListener("click", () => this.sortBy(index + 1));
        head.append(button);
      });
      this.filter.addEventListener("input", () => this.update(true));
      this.group?.addEventListener("change", () => this.update(true));
      this.orders.addEventListener("change", () => this.sortAs(Number(this.orders.value)));
      this.tools.querySelector(".list-csv").addEventListener("click", () => this.download());
    }

    groupsOf(record) {
      const cells = record.lines.map((line) => line[this.groupColumn] ?? "");
      return cells.flatMap((cell) => cell.split("; ")).filter(Boolean);
    }

    fillGroups() {
      const groups = new Set(this.records.flatMap((record) => this.groupsOf(record)));
      for (const group of groups) this.group.append(new Option(group));
    }

    /* The orders to choose from where the heads are hidden or out of sight, as on a phone. */
    fillOrders() {
      this.columns.forEach((name, index) => {
        this.orders.append(new Option(name, index + 1));
        this.orders.append(new Option(`${name}, ngược lại`, -index - 1));
      });
    }

    /* First click ascending, second descending, third the order of the papers. */
    sortBy(column) {
      this.sortAs(this.order === column ? -column : this.order === -column ? 0 : column);
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
      const column = Math.abs(this.order) - 1;
      const isPerson = "person" in this.heads[column].dataset;
      const keyOf = isPerson ? vietnamese.personKey : vietnamese.sortKey;
      const keyed = this.records.map((record) => ({
        record,
        key: keyOf(record.lines[0][column] ?? ""),
      }));
      const sign = Math.sign(this.order);
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
      this.heads.forEach((head, index) => {
        const sorted = Math.abs(this.order) === index + 1;
        if (sorted) head.setAttribute("aria-sort", this.order > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
      this.orders.value = this.order || "";
      this.tell(shown.size);
      if (remember) this.keep();
    }

    /* How much of the list is shown. The foot speaks of the whole list and the caption may: when
     * only some records are shown the foot goes, and on paper the caption says that it is an extract. */
    tell(shown) {
      const count = this.tools.querySelector(".list-count");
      const told = `${shown} trong ${this.records.length} ${count.dataset.noun}`;
      const whole = shown === this.records.length;
      count.textContent = `Hiện ${told}`;
      this.extract.textContent = whole ? "" : `; trích ${told}`;
      if (this.table.tFoot) this.table.tFoot.hidden = !whole;
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
      const order = Number(choice("xep"));
      if (Number.isInteger(order) && Math.abs(order) <= this.heads.length) this.order = order;
    }

    csv() {
      const shown = new Set(this.shown());
      const rows = this.sorted().filter((record) => shown.has(record));
      const parts = this.partColumns.map((column) => this.heads[column].dataset.part);
      const lines = [[...this.columns, ...parts], ...rows.flatMap((record) => record.lines)];
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

  for (const table of document.querySelectorAll("table[data-list]")) new List(table);
})();
