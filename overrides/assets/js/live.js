/* During the conference: which item is on now and which comes next, and a view for the hall.
 *
 * Instants stand in data-start and data-end of the rows; without them nothing is marked. For a
 * trial, ?luc=2031-12-25T08:40 sets the clock (Vietnamese time), which then runs on.
 */
(() => {
  "use strict";

  const rows = [...document.querySelectorAll("tr[data-start]")];

  function clock() {
    const set = new URLSearchParams(location.search).get("luc");
    const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(set ?? "") ? set : `${set}+07:00`;
    const trial = set ? Date.parse(zoned.replace(" ", "+")) : NaN;
    const ahead = Number.isNaN(trial) ? 0 : trial - Date.now();
    return () => Date.now() + ahead;
  }

  const now = clock();
  let seen; // the item that the hall looks at

  function mark() {
    const instant = now();
    const next = rows.find((row) => Date.parse(row.dataset.start) > instant);
    for (const row of rows) {
      const [start, end] = [row.dataset.start, row.dataset.end].map(Date.parse);
      const isNow = start <= instant && instant < end;
      const isNext = row === next && start - instant < 24 * 3600 * 1000;
      row.classList.toggle("now", isNow);
      row.classList.toggle("next", isNext);
      if (isNow) row.setAttribute("aria-current", "time");
      else row.removeAttribute("aria-current");
      const label = isNow ? "Đang diễn ra" : isNext ? "Tiếp theo" : "";
      const badge = row.querySelector(".live-mark");
      if (badge.textContent !== label) badge.textContent = label;
    }
    if (isHall()) follow();
  }

  const isHall = () => document.documentElement.classList.contains("hall");

  /* In the hall nobody scrolls: the item that is on stays in sight, and from the top if it is long. */
  function follow(again = false) {
    const row = document.querySelector("tr.now") ?? document.querySelector("tr.next");
    if (row && (again || row !== seen)) {
      const isLong = row.getBoundingClientRect().height > innerHeight / 2;
      row.scrollIntoView({ block: isLong ? "start" : "center" });
    }
    seen = row;
  }

  if (rows.length) {
    mark();
    setInterval(mark, 5000);
    document.addEventListener("visibilitychange", mark);
  }

  const button = document.querySelector(".hall-view");
  if (!button) return;

  function hall(on) {
    document.documentElement.classList.toggle("hall", on);
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "Thoát chữ lớn (Esc)" : "Chữ lớn cho hội trường";
    if (on) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
    follow(true);
  }

  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => hall(!isHall()));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && isHall()) hall(false);
  });
  document.addEventListener("fullscreenchange", () => {
    if (!isHall()) return;
    if (document.fullscreenElement) follow(true);
    else hall(false);
  });
})();
