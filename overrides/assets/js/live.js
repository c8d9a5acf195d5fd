/* During the conference: which item is on now and which comes next, and a view for the hall and for phones
 * in it: the clock, what is on and how long it still takes, what follows, also after a break.
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
  const button = document.querySelector(".hall-view");
  const status = document.querySelector(".hall-status");
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
    if (isHall()) {
      tell(instant);
      follow();
    }
  }

  const clockOf = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
  });

  function hour(instant) {
    const parts = Object.fromEntries(clockOf.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${Number(parts.hour)}h${parts.minute}`;
  }

  function titleOf(row) {
    const cell = row.querySelector("th").cloneNode(true);
    cell.querySelector(".edit")?.remove();
    return cell.textContent.replace(/\s+/g, " ").trim();
  }

  const announced = (row) => `${hour(Date.parse(row.dataset.start))}: ${titleOf(row)}`;

  /* What follows; of a break, what comes after it as well. */
  function following(instant) {
    const day = 24 * 3600 * 1000;
    const coming = rows.filter((row) => Date.parse(row.dataset.start) > instant);
    const [next, after] = coming.filter((row) => Date.parse(row.dataset.start) - instant < day);
    if (!next) return coming.length || !rows.length ? "" : "Chương trình đã hết.";
    const then = "break" in next.dataset && after ? `. Sau đó, ${announced(after)}` : "";
    return `Tiếp theo, ${announced(next)}${then}`;
  }

  /* The status of the hall; what has not changed is not written again. */
  function tell(instant) {
    const now = rows.find((row) => row.matches(".now"));
    const left = now && Math.ceil((Date.parse(now.dataset.end) - instant) / 60000);
    const body = (now ?? rows.find((row) => Date.parse(row.dataset.start) > instant))?.closest("tbody");
    const session = [body?.querySelector("tr.head")?.innerText.trim(), body?.dataset.points && `Điểm cầu: ${body.dataset.points}`];
    const said = {
      clock: hour(instant),
      session: session.filter(Boolean).join(". "),
      now: now ? `Còn ${left} phút` : "",
      next: following(instant),
    };
    for (const [name, words] of Object.entries(said)) {
      const line = status.querySelector(`.hall-${name}`);
      if (line.textContent !== words) line.textContent = words;
    }
    document.documentElement.style.setProperty("--hall-status", `${status.offsetHeight}px`);
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

  if (rows.length || button) {
    mark();
    setInterval(mark, 5000);
    document.addEventListener("visibilitychange", mark);
  }

  if (!button) return;
  const isPointed = matchMedia("(hover: hover) and (pointer: fine)").matches; // a phone has no Esc

  function hall(on) {
    document.documentElement.classList.toggle("hall", on);
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? `Thoát chữ lớn${isPointed ? " (Esc)" : ""}` : "Chữ lớn cho hội trường";
    status.hidden = !on;
    if (on) {
      status.append(button); // the way out stays in sight
      mark();
    } else place.after(button);
    button.focus();
    if (on) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
    follow(true);
  }

  const place = document.createComment("hall-view");
  button.before(place);
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
