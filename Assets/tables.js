/* Long tables: a field that shows the rows with some words, and, where no row belongs to another, buttons that sort.
   A table of money with sums is never sorted, since a sum would part from its terms; its sums leave while rows are chosen. */
const words = document.querySelector("script[data-filter][data-count]").dataset;
const narrow = matchMedia("(max-width: 43.99rem)");
let number = 0;

const folded = (text) => text.toLocaleLowerCase("sv").replace(/[\u00a0\u2009\u202f\s]+/g, " ").trim();

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/* What a cell is sorted by: a number with what stands behind it, a text, or nothing. */
function reading(cell) {
  if (!cell || cell.querySelector(":scope > [aria-hidden] + .visually-hidden")) return { kind: "none" };
  const amount = cell.querySelector(".amount");
  const text = (amount ?? cell).textContent.trim();
  if (text === "" || text === "–") return { kind: "none" };
  const match = /^([+\-−–]?)((?:\d|[\s\u00a0\u2009\u202f](?=\d))+(?:[.,]\d+)*)\s*(%|[a-zåäö]{0,8})$/iu.exec(text);
  if (!match) return { kind: "text", value: text };
  const isEnglish = cell.closest("[lang]")?.lang.startsWith("en");
  let digits = match[2].replace(/[\s\u00a0\u2009\u202f]/g, "");
  digits = isEnglish ? digits.replaceAll(",", "") : digits.replace(",", ".");
  const value = Number(digits);
  if (Number.isNaN(value)) return { kind: "text", value: text };
  return { kind: "number", value: /[-−–]/.test(match[1]) ? -value : value, unit: match[3].toLowerCase() };
}

class LongTable {
  constructor(figure) {
    this.figure = figure;
    this.table = figure.querySelector("table");
    this.body = this.table.tBodies[0];
    this.rows = [...this.body.rows];
    this.heads = [...this.table.tHead.rows[0].cells];
    this.canSort = figure.dataset.tools === "sort";
    this.sorted = undefined;
    this.texts = this.rows.map((row) => folded(row.textContent));
    this.addTools();
    if (this.canSort) {
      this.readings = this.rows.map((row) => this.heads.map((_, column) => reading(row.cells[column])));
      this.addSelect();
      this.fit();
      narrow.addEventListener("change", () => this.fit());
    }
    // Paper shows the whole table as the source prints it.
    addEventListener("beforeprint", () => this.order(undefined));
  }

  addTools() {
    const id = "table-filter-" + ++number;
    this.tools = make("div", "table-tools");
    // The words are the page's, though the table's may be in another language.
    this.tools.lang = document.documentElement.lang;
    const label = make("label", "", words.filter);
    label.htmlFor = id;
    this.field = make("input");
    this.field.id = id;
    this.field.type = "search";
    this.field.autocomplete = "off";
    this.field.spellcheck = false;
    this.count = make("p", "table-count");
    this.count.setAttribute("role", "status");
    this.reset = make("button", "table-reset", words.reset);
    this.reset.type = "button";
    this.reset.hidden = true;
    this.field.addEventListener("input", () => this.filter());
    this.reset.addEventListener("click", () => {
      this.field.value = "";
      this.filter();
      this.order(undefined);
      this.field.focus();
    });
    this.tools.append(label, this.field, this.count, this.reset);
    this.figure.querySelector(".table-scroll").before(this.tools);
  }

  filter() {
    const asked = folded(this.field.value).split(" ").filter(Boolean);
    const has = (index) => asked.every((word) => this.texts[index].includes(word));
    let shown = 0;
    let all = 0;
    let hidesSums = false;
    this.rows.forEach((row, index) => {
      const isOwn = !/\brow-(sum|total|heading)\b/.test(row.className);
      // A row and its parts ("varav") are chosen together.
      const isShown = asked.length === 0 || (isOwn && this.family(index).some(has));
      row.classList.toggle("filtered-out", !isShown);
      if (isOwn) {
        all += 1;
        if (isShown) shown += 1;
      } else if (!isShown) {
        hidesSums = true;
      }
    });
    this.count.textContent =
      asked.length === 0 ? "" : filled(hidesSums ? words.hiddenSums : words.count, { shown, all });
    this.showReset();
  }

  family(index) {
    const isPart = (row) => this.rows[row]?.classList.contains("row-part");
    let first = index;
    while (isPart(first) && first > 0) first -= 1;
    const family = [first];
    for (let row = first + 1; isPart(row); row += 1) family.push(row);
    return family;
  }

  showReset() {
    this.reset.hidden = this.field.value === "" && this.sorted === undefined;
  }

  /* Columns whose numbers are all in one unit sort by number; the others as Swedish words. Two numbers in different units
     can't be compared by what stands in the cells, so such a column has no button. */
  isSortable(column) {
    const found = this.readings.map((row) => row[column]).filter((reading) => reading.kind !== "none");
    const units = new Set(found.filter((reading) => reading.kind === "number").map((reading) => reading.unit));
    return found.length > 1 && units.size <= 1;
  }

  addSelect() {
    const id = "table-sort-" + number;
    this.selectLabel = make("label", "table-sort", words.sort);
    this.selectLabel.htmlFor = id;
    this.select = make("select", "table-sort");
    this.select.id = id;
    this.select.append(new Option(words.reset, ""));
    this.heads.forEach((head, column) => {
      if (!this.isSortable(column)) return;
      const name = head.textContent.trim() || String(column + 1);
      this.select.append(new Option(name + " ↑", column + " ascending"), new Option(name + " ↓", column + " descending"));
    });
    this.select.addEventListener("change", () => {
      const [column, direction] = this.select.value.split(" ");
      this.order(direction ? { column: Number(column), direction } : undefined);
    });
    this.count.before(this.selectLabel, this.select);
  }

  /* On a phone the headings are out of sight: a list to choose from takes the place of the buttons in them. */
  fit() {
    const usesList = narrow.matches && this.figure.classList.contains("table-entities");
    this.select.hidden = !usesList;
    this.selectLabel.hidden = !usesList;
    this.heads.forEach((head, column) => {
      const button = head.querySelector(":scope > button.sort");
      if (usesList && button) {
        button.replaceWith(...button.childNodes);
      } else if (!usesList && !button && this.isSortable(column)) {
        // A link can't stand in a button: it stays behind it.
        const nodes = [...head.childNodes];
        const end = nodes.findIndex((node) => node.nodeType === 1 && (node.matches("a") || node.querySelector("a")));
        const within = end < 0 ? nodes : nodes.slice(0, end);
        if (within.length === 0) return;
        const made = make("button", "sort");
        made.type = "button";
        made.append(...within);
        head.prepend(made);
        made.addEventListener("click", () => this.press(column));
      }
    });
    this.mark();
  }

  press(column) {
    if (this.sorted?.column !== column) this.order({ column, direction: "ascending" });
    else if (this.sorted.direction === "ascending") this.order({ column, direction: "descending" });
    else this.order(undefined);
  }

  order(sorted) {
    if (!this.canSort || (sorted === undefined && this.sorted === undefined)) return;
    this.sorted = sorted;
    const order = this.rows.map((_, index) => index);
    if (sorted) {
      const sign = sorted.direction === "ascending" ? 1 : -1;
      const value = (index) => this.readings[index][sorted.column];
      order.sort((left, right) => {
        const [a, b] = [value(left), value(right)];
        // What has no value stands last, whichever way.
        if ((a.kind === "none") !== (b.kind === "none")) return a.kind === "none" ? 1 : -1;
        if (a.kind === "none") return left - right;
        if (a.kind !== b.kind) return a.kind === "number" ? -1 : 1;
        const by = a.kind === "number" ? a.value - b.value : a.value.localeCompare(b.value, "sv", { numeric: true });
        return by === 0 ? left - right : sign * by;
      });
    }
    this.body.append(...order.map((index) => this.rows[index]));
    this.mark();
    this.showReset();
  }

  mark() {
    this.heads.forEach((head, column) => {
      const isSorted = this.sorted?.column === column;
      if (head.querySelector(":scope > button.sort") || isSorted) {
        head.setAttribute("aria-sort", isSorted ? this.sorted.direction : "none");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    this.select.value = this.sorted ? this.sorted.column + " " + this.sorted.direction : "";
  }
}

for (const figure of document.querySelectorAll("figure[data-tools]")) new LongTable(figure);
