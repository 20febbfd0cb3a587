// Everything works without this script; it adds completion while typing and cards that change by themselves.
(() => {
  "use strict";

  const input = document.querySelector(".prompt input[name=line]");
  const list = document.querySelector(".suggestions");
  let chosen = -1;
  let asked = 0;

  const close = () => { list.hidden = true; list.replaceChildren(); chosen = -1; };

  const take = (item) => { input.value = input.value.replace(/\S*$/, "") + item.dataset.value + " "; close(); input.focus(); suggest(); };

  const show = (items) => {
    list.replaceChildren(...items.map((item) => {
      const row = document.createElement("li");
      row.dataset.value = item.value;
      const value = document.createElement("code");
      value.textContent = item.value;
      row.append(value, " ", item.label);
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(row); });
      return row;
    }));
    list.hidden = items.length === 0;
    chosen = -1;
  };

  const suggest = async () => {
    const mine = ++asked;
    if (!input.value.startsWith("/")) { close(); return; }
    try {
      const answer = await fetch("/complete?line=" + encodeURIComponent(input.value));
      if (mine === asked && answer.ok) { show(await answer.json()); }
    } catch { close(); }
  };

  if (input && list) {
    input.addEventListener("input", suggest);
    input.addEventListener("blur", () => setTimeout(close, 150));
    input.addEventListener("keydown", (event) => {
      const rows = [...list.children];
      if (list.hidden || rows.length === 0) { return; }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + rows.length) % rows.length;
        rows.forEach((row, index) => row.classList.toggle("chosen", index === chosen));
      } else if (event.key === "Tab" || (event.key === "Enter" && chosen >= 0)) {
        event.preventDefault();
        take(rows[Math.max(chosen, 0)]);
      } else if (event.key === "Escape") {
        close();
      }
    });
  }

  document.querySelectorAll("form[data-autosubmit] select").forEach((select) => {
    select.closest("form").querySelector("button").hidden = true;
    select.addEventListener("change", () => select.form.requestSubmit());
  });

  document.addEventListener("submit", (event) => {
    event.target.querySelectorAll("button").forEach((button) => setTimeout(() => { button.disabled = true; }, 0));
  });

  document.getElementById("latest")?.scrollIntoView();

  const events = new EventSource("/events");
  events.addEventListener("card", (event) => {
    const { key, html } = JSON.parse(event.data);
    document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`).forEach((old) => {
      const holder = document.createElement("template");
      holder.innerHTML = html;
      old.replaceWith(holder.content);
    });
  });
})();
